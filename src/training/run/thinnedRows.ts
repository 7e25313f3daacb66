// A table of numbers that stays bounded while steps go on. Columns lie one by one, so that each can be drawn and copied whole.

import type { Vector } from '../vector.ts';
import { Thinned } from './thinned.ts';

const firstAllocation = 1024;

export class ThinnedRows extends Thinned {
  private readonly columns: Vector[];
  private allocated: number;

  /** @param firstStride steps between two rows at first */
  constructor(columns: number, mostRows: number, firstStride = 1) {
    super(mostRows, firstStride);
    this.allocated = Math.min(mostRows, firstAllocation);
    this.columns = Array.from({ length: columns }, () => new Float64Array(this.allocated));
  }

  /** The rows in use of one column, a view that is valid until the next change. */
  column(column: number): Vector {
    return this.columns[column].subarray(0, this.rows);
  }

  at(column: number, row: number): number {
    return this.columns[column][row];
  }

  /** All numbers of a row. */
  row(row: number): Vector {
    return Float64Array.from(this.columns, (column) => column[row]);
  }

  /** Keeps the row of a step that is due, unless making room for it leaves its step out. */
  push(values: ArrayLike<number>): void {
    const step = this.due;
    this.makeRoom(step);
    if (step !== this.due) return;
    this.reserve(this.rows + 1);
    for (let column = 0; column < this.columns.length; column++) this.columns[column][this.rows] = values[column];
    this.rows++;
  }

  /** Keeps, of `count` steps from `firstStep` on, those that fall on a row. `source` gives a column of them. */
  append(firstStep: number, count: number, source: (column: number) => Vector): void {
    for (let from = 0; from < count; ) from = this.copyRows(firstStep, from, count, source);
  }

  /** Copies rows from the `from`-th step on until done or full; returns the first step not looked at. */
  private copyRows(firstStep: number, from: number, count: number, source: (column: number) => Vector): number {
    const { stride } = this;
    let step = from + ((stride - ((firstStep + from) % stride)) % stride);
    const wanted = this.rows + Math.ceil(Math.max(0, count - step) / stride);
    const end = Math.min(wanted, this.mostRows);
    this.reserve(end);
    const room = end - this.rows;
    for (let column = 0; column < this.columns.length; column++) {
      const values = source(column);
      const target = this.columns[column];
      if (stride === 1) target.set(values.subarray(step, step + room), this.rows);
      else for (let i = 0; i < room; i++) target[this.rows + i] = values[step + i * stride];
    }
    this.rows += room;
    step += room * stride;
    if (step >= count) return count;
    this.thin();
    return step;
  }

  private reserve(rows: number): void {
    if (rows <= this.allocated) return;
    this.allocated = Math.min(this.mostRows, Math.max(rows, 2 * this.allocated));
    for (let column = 0; column < this.columns.length; column++) {
      const grown = new Float64Array(this.allocated);
      grown.set(this.columns[column].subarray(0, this.rows));
      this.columns[column] = grown;
    }
  }

  protected dropEveryOther(): void {
    for (const values of this.columns) for (let row = 0; row < this.rows; row++) values[row] = values[2 * row];
  }
}
