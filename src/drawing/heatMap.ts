// A map of cells: where each lies, and the colour of its value, by the logarithm of how far it is above the lowest, so that
// differences between good values can be seen beside very bad ones.

import { tableIndex } from './tracing/tableIndex.ts';
import { heightOf, type Rectangle, widthOf } from './viewport.ts';

export interface CellGrid {
  readonly plot: Rectangle;
  readonly columns: number;
  readonly rows: number;
}

/** The pixels of a cell, row 0 at the bottom; neighbours share whole pixels without gap or overlap. */
export function cellBox({ plot, columns, rows }: CellGrid, column: number, row: number): Rectangle {
  const x = (place: number): number => Math.round(plot.left + (place / columns) * widthOf(plot));
  const y = (place: number): number => Math.round(plot.bottom - (place / rows) * heightOf(plot));
  return { left: x(column), right: x(column + 1), top: y(row + 1), bottom: y(row) };
}

/** Column and row under a pixel, the nearest for one outside. */
export function cellAt(
  { plot, columns, rows }: CellGrid,
  x: number,
  y: number,
): readonly [column: number, row: number] {
  const within = (place: number, count: number): number => Math.max(0, Math.min(count - 1, Math.floor(place)));
  return [
    within(((x - plot.left) / widthOf(plot)) * columns, columns),
    within(((plot.bottom - y) / heightOf(plot)) * rows, rows),
  ];
}

/** Values closer to the lowest than this share of the whole range look alike. */
const finest = 1e-4;

/** For each value its place in a colour table, 0 for the lowest; −1 where there is none, −2 where it is infinite. */
export function colourPlaces(values: Float64Array): Int16Array {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const least = finest * (high - low);
  return Int16Array.from(values, (value) => {
    if (Number.isNaN(value)) return -1;
    if (value === Number.POSITIVE_INFINITY) return -2;
    return high > low ? tableIndex(Math.log1p((value - low) / least) / Math.log1p(1 / finest)) : 0;
  });
}
