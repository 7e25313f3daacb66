// Maps of what units say over the plane of data: numbers to colours, below zero the one hue, above zero the other, each map
// over its own largest size, so that its shape can be seen however small its numbers are.

import type { LayerMaps } from '../training/network/maps.ts';
import { colourTable, type Palette } from './palette.ts';
import type { CanvasPath } from './shape.ts';
import { tableIndex, tableSize } from './tracing/tableIndex.ts';
import { heightOf, type Rectangle, widthOf } from './viewport.ts';

export interface MapGrid {
  readonly columns: number;
  readonly rows: number;
}

/** Two tables, for numbers from 0 down and from 0 up. */
export interface SignedTables {
  readonly below: Uint32Array;
  readonly above: Uint32Array;
}

export const signedTables = (palette: Palette): SignedTables => ({
  below: colourTable(palette['map-middle'], palette['map-negative']),
  above: colourTable(palette['map-middle'], palette['map-positive']),
});

/** The largest size of a unit's numbers, those that are not finite left out; 0 where all are 0. */
export function reachOf(maps: LayerMaps, { columns, rows }: MapGrid, unit: number): number {
  let reach = 0;
  for (let cell = unit * columns * rows; cell < (unit + 1) * columns * rows; cell++)
    if (Number.isFinite(maps[cell])) reach = Math.max(reach, Math.abs(maps[cell]));
  return reach;
}

/** Writes one unit's map as pixels, the top row first, from `to` on. What is not a number has no colour. */
export function writeMap(
  maps: LayerMaps,
  { columns, rows }: MapGrid,
  unit: number,
  { below, above }: SignedTables,
  pixels: Uint32Array,
  to: number,
): void {
  const reach = reachOf(maps, { columns, rows }, unit);
  const factor = reach > 0 ? 1 / reach : 0;
  const first = unit * columns * rows;
  for (let row = 0; row < rows; row++) {
    const line = first + (rows - 1 - row) * columns;
    for (let column = 0; column < columns; column++) {
      const share = maps[line + column] * factor;
      const table = share < 0 ? below : above;
      // 0 times infinity is no number: there the unit overflows.
      pixels[to + row * columns + column] = Number.isNaN(share)
        ? 0
        : table[Math.min(tableSize - 1, tableIndex(Math.abs(share)))];
    }
  }
}

/** Over data on a line a unit is a curve: its numbers in the box, zero at half its height. */
export function drawUnitCurve(path: CanvasPath, maps: LayerMaps, columns: number, unit: number, box: Rectangle): void {
  const reach = reachOf(maps, { columns, rows: 1 }, unit);
  const middle = (box.top + box.bottom) / 2;
  const scale = reach > 0 ? (0.44 * heightOf(box)) / reach : 0;
  let isOn = false;
  for (let column = 0; column < columns; column++) {
    const value = maps[unit * columns + column];
    const x = box.left + ((column + 0.5) / columns) * widthOf(box);
    if (!Number.isFinite(value)) isOn = false;
    else if (isOn) path.lineTo(x, middle - scale * value);
    else {
      path.moveTo(x, middle - scale * value);
      isOn = true;
    }
  }
}
