// What the fills of a grid share that go row by row.

import { noteValues } from '../extremes.ts';
import type { Filling } from './grid.ts';

/** Notes the range of a row that has been filled. */
export const noteRow = ({ grid, values, range }: Filling, row: number): void =>
  noteValues(range, values, row * grid.columns, (row + 1) * grid.columns);

export function fillGrid(at: (w1: number, w2: number) => number, filling: Filling): void {
  const { columns, rows, w1, w2 } = filling.grid;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) filling.values[row * columns + column] = at(w1[column], w2[row]);
    noteRow(filling, row);
  }
}

/** Largest absolute value of the first `count` numbers. */
export function largestSize(values: Float64Array, count: number): number {
  let largest = 0;
  for (let i = 0; i < count; i++) largest = Math.max(largest, Math.abs(values[i]));
  return largest;
}
