// A map of cells: where each lies, and the colour of its value on a logarithmic scale between the lowest and the highest,
// from which values that are not finite are left out.

import { tableIndex } from './palette.ts';
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

/** For each value its place in a colour table, 0 for the lowest; −1 where there is none, −2 where it is infinite. */
export function colourPlaces(values: Float64Array): Int16Array {
  let low = Number.POSITIVE_INFINITY;
  let high = 0;
  for (const value of values) {
    if (!(value >= 0 && value < Number.POSITIVE_INFINITY)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  // A loss of zero has no logarithm; it counts as the smallest share of the highest that can be told apart.
  const floor = Math.max(low, high * 1e-9, Number.MIN_VALUE);
  const range = Math.log(high / floor);
  return Int16Array.from(values, (value) => {
    if (Number.isNaN(value)) return -1;
    if (value === Number.POSITIVE_INFINITY) return -2;
    return range > 0 ? tableIndex(Math.log(Math.max(value, floor) / floor) / range) : 0;
  });
}
