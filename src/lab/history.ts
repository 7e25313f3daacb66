// The log of a run on the page: every step taken as typed columns, and the edits with the step at which they acted.
// Past the capacity every other row is dropped and the stride doubles, so memory stays bounded while steps go on.

import { type StepColumn, type Steps, stepColumn, stepColumns } from '../training/run/log.ts';
import type { Edit, Hyperparameters } from '../training/run/run.ts';
import type { Weights } from '../training/vector.ts';
import { FullLoss } from './fullLoss.ts';

/** Rows kept at most; with a stride of 1 these are the steps of the default limit. */
export const historyCapacity = 100_000;

const firstAllocation = 1024;

export class History {
  /** Steps taken; the log covers steps 0 .. count - 1. */
  count = 0;
  /** Row r is step r * stride. */
  stride = 1;
  /** Rows in use. */
  rows = 0;
  edits: Edit[] = [];
  /** Grows whenever rows that were already there move or vanish, so that what is counted in rows begins anew. */
  revision = 0;
  /** Grows whenever steps are taken back, so that what was drawn of them no longer holds; thinning takes none back. */
  retractions = 0;
  readonly fullLoss = new FullLoss();
  /** The weights that the last step led to, as exact where rows were thinned out; null before one, or where unknown. */
  head: Weights | null = null;
  private readonly columns = Object.fromEntries(
    stepColumns.map((name) => [name, new Float64Array(firstAllocation)]),
  ) as Record<StepColumn, Float64Array>;

  /** The rows in use of one column, a view that is valid until the next change. */
  column(name: StepColumn): Float64Array {
    return this.columns[name].subarray(0, this.rows);
  }

  /** Row of `step`, or of the last kept step before it. */
  rowOf(step: number): number {
    return Math.min(Math.floor(step / this.stride), this.rows - 1);
  }

  /** Rows up to that of `step`, as far as the log has them: of a path to there. */
  rowsUpTo(step: number): number {
    return Math.min(this.rows, Math.floor(step / this.stride) + 1);
  }

  /** Value of one column at `step`, or at the last kept step before it. */
  at(name: StepColumn, step: number): number {
    return this.columns[name][this.rowOf(step)];
  }

  /** The weights before step `step`, or where the last step led; null where thinning has lost them. */
  weightsAt(step: number): Weights | null {
    if (step === this.count) return this.head;
    const row = step / this.stride;
    return Number.isInteger(row) && row < this.rows ? [this.columns.w1[row], this.columns.w2[row]] : null;
  }

  /** The same or, where they are lost, the last ones before them that are kept; null before the first step. */
  weightsNear(step: number): Weights | null {
    const exact = this.weightsAt(step);
    return exact ?? (this.rows === 0 ? null : [this.at('w1', step), this.at('w2', step)]);
  }

  /** How many of the first `rows` rows, counted when the stride was `stride`, are rows of the log still. */
  rowsKept(rows: number, stride: number): number {
    return Math.ceil((rows * stride) / this.stride);
  }

  /** The hyperparameters that step `step` used, or will use when no later edit comes. */
  hyperparametersAt(step: number): Hyperparameters | undefined {
    return this.edits.findLast((edit) => edit.step <= step)?.hyperparameters;
  }

  /** Appends steps that follow on the last one, taken with `hyperparameters`. */
  append(steps: Steps, hyperparameters: Hyperparameters): void {
    if (steps.count === 0) return;
    if (this.edits.at(-1)?.hyperparameters !== hyperparameters)
      this.edits.push({ step: steps.firstStep, hyperparameters });
    let from = 0;
    while (from < steps.count) from = this.copyRows(steps, from);
    this.count = steps.firstStep + steps.count;
    const [w1, w2, update1, update2] = (['w1', 'w2', 'update1', 'update2'] as const).map(
      (name) => stepColumn(steps, name)[steps.count - 1],
    ) as [number, number, number, number];
    this.head = [w1 + update1, w2 + update2];
  }

  /** Forgets step `step` and all after it. */
  truncate(step: number): void {
    if (step >= this.count) return;
    this.head = this.weightsAt(step);
    this.count = step;
    this.rows = Math.ceil(step / this.stride);
    this.edits = this.edits.filter((edit) => edit.step < step);
    this.fullLoss.truncate(step - 1);
    this.revision++;
    this.retractions++;
  }

  clear(): void {
    this.count = 0;
    this.rows = 0;
    this.stride = 1;
    this.head = null;
    this.edits = [];
    this.fullLoss.clear();
    this.revision++;
    this.retractions++;
  }

  /** Copies rows from row `from` on until done or full; returns the first row not copied. */
  private copyRows(steps: Steps, from: number): number {
    const { stride } = this;
    let row = from + ((stride - ((steps.firstStep + from) % stride)) % stride);
    const wanted = this.rows + Math.ceil(Math.max(0, steps.count - row) / stride);
    this.reserve(Math.min(wanted, historyCapacity));
    const room = Math.min(wanted, historyCapacity) - this.rows;
    for (const name of stepColumns) {
      const source = stepColumn(steps, name);
      const target = this.columns[name];
      if (stride === 1) target.set(source.subarray(row, row + room), this.rows);
      else for (let i = 0; i < room; i++) target[this.rows + i] = source[row + i * stride];
    }
    this.rows += room;
    row += room * stride;
    if (row >= steps.count) return steps.count;
    this.thin();
    return row;
  }

  private reserve(rows: number): void {
    const capacity = this.columns.w1.length;
    if (rows <= capacity) return;
    for (const name of stepColumns) {
      const grown = new Float64Array(Math.min(historyCapacity, Math.max(rows, 2 * capacity)));
      grown.set(this.columns[name]);
      this.columns[name] = grown;
    }
  }

  private thin(): void {
    this.rows = Math.ceil(this.rows / 2);
    for (const name of stepColumns) {
      const values = this.columns[name];
      for (let row = 0; row < this.rows; row++) values[row] = values[2 * row];
    }
    this.stride *= 2;
    this.revision++;
  }
}
