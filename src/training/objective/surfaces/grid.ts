// The points of weight space at which a surface is sampled: the centres of the cells of a grid.

import type { Examples } from '../../examples.ts';
import type { Loss } from '../../loss.ts';
import type { Model } from '../../model.ts';
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

/** Fills a grid with the mean losses of a pair of model and loss that it knows, and returns whether it did; null for others. */
export type SurfaceFill = (
  model: Model,
  loss: Loss,
  examples: Examples,
  grid: Grid,
  values: GridValues,
) => boolean | null;

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
