// What a network predicts over the plane of data: the colour of the class it decides for, the stronger the surer, and the
// line on which it cannot decide.

import { applyHead } from '../training/network/heads.ts';
import type { LayerMaps } from '../training/network/maps.ts';
import type { Network } from '../training/network/network.ts';
import type { MapsReply } from '../training/run/dataMaps.ts';
import { drawMarchingSquares } from './marchingSquares.ts';
import type { ImageMark, Mark, Raster } from './marks.ts';
import { type ColourName, colourTable, type Palette } from './palette.ts';
import { shapeOf } from './shape.ts';
import { tableIndex } from './tracing/tableIndex.ts';
import type { Viewport } from './viewport.ts';

/** The ground of each class, in the hue of its marks. */
const mapColours: readonly ColourName[] = ['map-zero', 'map-one', 'map-two', 'map-three', 'map-four', 'map-five'];

export const classTables = (palette: Palette): readonly Uint32Array[] =>
  mapColours.map((colour) => colourTable(palette['map-middle'], palette[colour]));

/** @param tables one for each class, as `classTables` gives them */
export function predictionRaster(
  network: Network,
  { layers, grid }: MapsReply,
  tables: readonly Uint32Array[],
): Raster {
  const { columns, rows } = grid;
  const count = columns * rows;
  const shown = new Float32Array(network.outputs * count);
  applyHead(network, layers[layers.length - 1], count, shown);
  const pixels = new Uint32Array(count);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const cell = row * columns + column;
      const [winner, sureness] =
        network.outputs === 1 ? ofOne(network, shown[cell]) : ofMany(network, shown, cell, count);
      // What is no number has no colour.
      if (!Number.isNaN(sureness)) pixels[(rows - 1 - row) * columns + column] = tables[winner][tableIndex(sureness)];
    }
  }
  return { columns, rows, pixels };
}

/** Class and sureness from 0 to 1 of one output, a probability of class 1 or a number whose sign decides. */
function ofOne({ lossKind }: Network, shown: number): readonly [winner: number, sureness: number] {
  const signed = lossKind.head === 'sigmoid' ? 2 * shown - 1 : shown;
  return [Number(signed > 0), Math.min(1, Math.abs(signed))];
}

/** The same of several: how far the largest is above what it would be if all were equal, or above the next. */
function ofMany(
  { lossKind, outputs }: Network,
  shown: Float32Array,
  cell: number,
  count: number,
): readonly [winner: number, sureness: number] {
  let winner = 0;
  let next = Number.NEGATIVE_INFINITY;
  for (let k = 1; k < outputs; k++) {
    const value = shown[k * count + cell];
    const best = shown[winner * count + cell];
    if (value > best) {
      next = best;
      winner = k;
    } else if (value > next) next = value;
  }
  const best = shown[winner * count + cell];
  const even = 1 / outputs;
  const sureness = lossKind.head === 'softmax' ? (best - even) / (1 - even) : best - next;
  return [winner, Math.min(1, Math.max(0, sureness))];
}

export function predictionImage(viewport: Viewport, { grid }: MapsReply, raster: Raster): ImageMark {
  const { view } = grid;
  return {
    ...{ kind: 'image', raster, left: viewport.x(view.x[0]), top: viewport.y(view.y[1]) },
    width: (view.x[1] - view.x[0]) * viewport.scaleX,
    height: (view.y[1] - view.y[0]) * viewport.scaleY,
  };
}

/** The line between the classes, of several around each of them. */
export function decisionMarks(viewport: Viewport, { outputs }: Network, { layers, grid }: MapsReply): readonly Mark[] {
  const { columns, rows, view } = grid;
  const count = columns * rows;
  const values = layers[layers.length - 1];
  const shape = shapeOf((path) => {
    for (let k = 0; k < outputs; k++) {
      const margin = outputs === 1 ? values : marginOf(values, k, outputs, count);
      drawMarchingSquares(path, viewport, { columns, rows, domain: view, values: margin }, [0]);
    }
  });
  return [{ kind: 'shape', shape, stroke: 'prediction', width: 2.25, hasRoundEnds: true, id: 'decision' }];
}

/** By how much output k is above the largest of the others. */
function marginOf(values: LayerMaps, k: number, outputs: number, count: number): LayerMaps {
  const margin = new Float32Array(count);
  for (let cell = 0; cell < count; cell++) {
    let largest = Number.NEGATIVE_INFINITY;
    for (let other = 0; other < outputs; other++)
      if (other !== k) largest = Math.max(largest, values[other * count + cell]);
    margin[cell] = values[k * count + cell] - largest;
  }
  return margin;
}
