// What a network predicts over the plane of data where that is a number: the ground above and below the mean of the
// targets in two hues, and the line on which it predicts the mean.

import type { MapsReply } from '../training/run/dataMaps.ts';
import { drawMarchingSquares } from './marchingSquares.ts';
import type { Mark, Raster } from './marks.ts';
import { shapeOf } from './shape.ts';
import { type SignedTables, writeMap } from './unitMaps.ts';
import type { Viewport } from './viewport.ts';

const outputOf = ({ layers }: MapsReply): Float32Array<ArrayBuffer> => layers[layers.length - 1];

export function heightRaster(map: MapsReply, mean: number, tables: SignedTables): Raster {
  const { columns, rows } = map.grid;
  const pixels = new Uint32Array(columns * rows);
  writeMap(
    outputOf(map).map((value) => value - mean),
    map.grid,
    0,
    tables,
    pixels,
    0,
  );
  return { columns, rows, pixels };
}

export function meanMarks(viewport: Viewport, map: MapsReply, mean: number): readonly Mark[] {
  const { columns, rows, view } = map.grid;
  const shape = shapeOf((path) => {
    drawMarchingSquares(path, viewport, { columns, rows, domain: view, values: outputOf(map) }, [mean]);
  });
  return [{ kind: 'shape', shape, stroke: 'prediction', width: 2.25, hasRoundEnds: true, id: 'decision' }];
}
