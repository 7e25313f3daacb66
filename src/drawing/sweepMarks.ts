// The cells of a sweep's map as marks: a colour for the loss of each, and a stroke across those that diverged.

import { type CellGrid, cellBox, colourPlaces } from './heatMap.ts';
import type { Mark } from './marks.ts';
import { tableColour } from './palette.ts';
import { Shape } from './shape.ts';
import { tableSize } from './tracing/tableIndex.ts';
import { heightOf, type Rectangle, widthOf } from './viewport.ts';

/** Between a stroke and the corners of its cell, in pixels. */
const margin = 2;

/** @param losses of each cell, row by row; a cell that is not there yet has none. @param table from low to high */
export function sweepMarks(losses: Float64Array, grid: CellGrid, table: Uint32Array): readonly Mark[] {
  const marks: Mark[] = [];
  const [diverged, strokes] = [new Shape(), new Shape()];
  for (const [index, place] of colourPlaces(losses).entries()) {
    if (place === -1) continue;
    const box = cellBox(grid, index % grid.columns, Math.floor(index / grid.columns));
    const shape = place === -2 ? diverged : new Shape();
    shape.rect(box.left, box.top, widthOf(box), heightOf(box));
    if (place === -2) {
      strokes.moveTo(box.left + margin, box.bottom - margin);
      strokes.lineTo(box.right - margin, box.top + margin);
    } else marks.push({ kind: 'shape', shape, fill: tableColour(table, place / (tableSize - 1)) });
  }
  if (!diverged.isEmpty)
    marks.push(
      { kind: 'shape', shape: diverged, fill: 'line', id: 'diverged' },
      { kind: 'shape', shape: strokes, stroke: 'ink-soft', width: 0.8 },
    );
  return marks;
}

const besideLine = 6;

/** Where a name of this width stands that belongs to an upright line at `at`: on one side of it, or over it, but whole. */
export function limitNamePlace(
  { left, right }: Rectangle,
  at: number,
  width: number,
): { readonly x: number; readonly anchor: 'start' | 'end' } {
  if (at + besideLine + width <= right) return { x: at + besideLine, anchor: 'start' };
  return { x: Math.max(at - besideLine, Math.min(left + besideLine + width, right)), anchor: 'end' };
}
