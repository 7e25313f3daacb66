// The points of weight space at which a surface is sampled: the centres of the cells of a grid.

import type { Domain } from '../../vector.ts';

export interface Grid {
  readonly columns: number;
  readonly rows: number;
  /** w1 of each column, w2 of each row, ascending. */
  readonly w1: Float64Array;
  readonly w2: Float64Array;
}

function centres([low, high]: readonly [number, number], cells: number): Float64Array {
  const size = (high - low) / cells;
  return Float64Array.from({ length: cells }, (_, index) => low + (index + 0.5) * size);
}

export const makeGrid = (domain: Domain, columns: number, rows: number): Grid => ({
  columns,
  rows,
  w1: centres(domain.x, columns),
  w2: centres(domain.y, rows),
});

/** Mean loss of each cell, row by row from the lowest w2. */
export type GridValues = Float64Array<ArrayBuffer>;

export function fillGrid(at: (w1: number, w2: number) => number, grid: Grid, values: GridValues): void {
  const { columns, rows, w1, w2 } = grid;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) values[row * columns + column] = at(w1[column], w2[row]);
  }
}

/** Largest absolute value of the first `count` numbers. */
export function largestSize(values: Float64Array, count: number): number {
  let largest = 0;
  for (let i = 0; i < count; i++) largest = Math.max(largest, Math.abs(values[i]));
  return largest;
}
