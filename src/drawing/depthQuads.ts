// Sheets in depth as the quadrilaterals that a canvas paints, the farthest first, so that the nearer cover them.

import { floorOf, type Projection, pixelOf, placeOf } from './depth.ts';
import { coarsePlaces, type Sheet } from './depthSheet.ts';

/** Samples on a side: what a canvas paints between two frames. */
export const canvasSide = 48;

export interface Quad {
  /** x, y of the four corners, around. */
  readonly corners: readonly number[];
  /** How far towards the eye its middle is. */
  readonly nearness: number;
  /** The height of its middle above the floor. */
  readonly height: number;
  /** Its share of the colours. */
  readonly share: number;
}

/** The quadrilaterals of a sheet as far as it lies in view. Rows and columns run away from the eye, whichever way it looks. */
export function sheetQuads(projection: Projection, { surface, heights, shares }: Sheet): readonly Quad[] {
  const { domain, columns, rows } = surface;
  const { near } = projection.axes;
  const across = coarsePlaces(columns, canvasSide);
  const upwards = coarsePlaces(rows, canvasSide);
  const places = upwards.map((row) =>
    across.map((column) => {
      const x = domain.x[0] + ((column + 0.5) / columns) * (domain.x[1] - domain.x[0]);
      const y = domain.y[0] + ((row + 0.5) / rows) * (domain.y[1] - domain.y[0]);
      const [u, v] = floorOf(projection, x, y);
      const at = row * columns + column;
      const z = placeOf(heights[at]);
      const isInside = Math.abs(u) <= projection.aspect / 2 && Math.abs(v) <= 0.5;
      return {
        pixel: pixelOf(projection, u, v, z),
        height: z,
        share: shares[at],
        floorNearness: near[0] * u + near[1] * v,
        isInside,
      };
    }),
  );
  const inOrder = (count: number, growsNearer: boolean): readonly number[] => {
    const order = Array.from({ length: count - 1 }, (_, k) => k);
    return growsNearer ? order : order.reverse();
  };
  const quads: Quad[] = [];
  for (const j of inOrder(upwards.length, near[1] > 0))
    for (const i of inOrder(across.length, near[0] > 0)) {
      const four = [places[j][i], places[j][i + 1], places[j + 1][i + 1], places[j + 1][i]];
      if (!four.every(({ isInside }) => isInside)) continue;
      const mean = (read: (place: (typeof four)[number]) => number): number =>
        four.reduce((sum, place) => sum + read(place), 0) / four.length;
      quads.push({
        corners: four.flatMap(({ pixel }) => pixel),
        nearness: mean(({ floorNearness }) => floorNearness),
        height: mean(({ height }) => height),
        share: mean(({ share }) => share),
      });
    }
  return quads;
}

/** A quadrilateral, and to which of the sheets it belongs. */
export interface QuadOfSheet {
  readonly quad: Quad;
  readonly sheet: number;
}

/** Those of all sheets: of two over one place of the floor the lower first, which the eye, never below the floor, has behind. */
export function quadsInOrder(projection: Projection, sheets: readonly Sheet[]): readonly QuadOfSheet[] {
  const all = sheets.flatMap((own, sheet) => sheetQuads(projection, own).map((quad): QuadOfSheet => ({ quad, sheet })));
  if (sheets.length < 2) return all;
  return all.toSorted(({ quad: a }, { quad: b }) => a.nearness - b.nearness || a.height - b.height);
}
