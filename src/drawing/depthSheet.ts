// A loss surface as a sheet in depth. Its heights are the map's very numbers, on the logarithmic scale of the map's colours or as
// they are; nothing is computed anew.

import type { LossSurface } from '../training/objective/lossSurface.ts';
import { deepestShare, placeOf } from './depth.ts';
import { type LossScale, lossScale } from './tracing/lossScale.ts';

export type HeightKind = 'logarithmic' | 'plain';

export interface Sheet {
  readonly surface: LossSurface;
  /** For each sample its height, 0 at the scale's minimum and 1 at its maximum, and its share of the colours. */
  readonly heights: Float32Array;
  readonly shares: Float32Array;
}

/** The share of a height that a loss has. Below the minimum, which another sheet can be, it goes on as above it. */
export function heightShare(scale: LossScale, kind: HeightKind, loss: number): number {
  if (!Number.isFinite(loss)) return 1;
  const span = scale.maximum - scale.minimum;
  if (!(span > 0)) return 0;
  const above = loss - scale.minimum;
  const share = kind === 'plain' ? above / span : above < 0 ? -scale.share(scale.minimum - above) : scale.share(loss);
  return Math.min(1, Math.max(deepestShare, share));
}

/** @param scale that of the sheet whose heights these are to be compared with; its own for the first */
export function sheetOf(surface: LossSurface, kind: HeightKind, scale: LossScale = lossScale(surface)): Sheet {
  const { values } = surface;
  const heights = new Float32Array(values.length);
  const shares = new Float32Array(values.length);
  for (let i = 0; i < values.length; i++) {
    heights[i] = heightShare(scale, kind, values[i]);
    shares[i] = scale.share(values[i]);
  }
  return { surface, heights, shares };
}

/** Height above the floor of the sheet at a place, straight between samples; NaN beside it. */
export function heightAt({ surface, heights }: Sheet, across: number, upwards: number): number {
  const { domain, columns, rows } = surface;
  const column = ((across - domain.x[0]) / (domain.x[1] - domain.x[0])) * columns - 0.5;
  const row = ((upwards - domain.y[0]) / (domain.y[1] - domain.y[0])) * rows - 0.5;
  // The outermost samples stand half a cell inside.
  if (!(column >= -0.5 && row >= -0.5 && column <= columns - 0.5 && row <= rows - 0.5)) return Number.NaN;
  const [left, low] = [within(column, columns), within(row, rows)];
  const [a, b] = [Math.min(1, Math.max(0, column - left)), Math.min(1, Math.max(0, row - low))];
  const at = (i: number, j: number): number => heights[(low + j) * columns + left + i];
  const lower = (1 - a) * at(0, 0) + a * at(1, 0);
  const upper = (1 - a) * at(0, 1) + a * at(1, 1);
  return placeOf((1 - b) * lower + b * upper);
}

const within = (place: number, count: number): number => Math.max(0, Math.min(count - 2, Math.floor(place)));

/** Every so many samples, the first and the last included, so that there are at most `most`. */
export function coarsePlaces(count: number, most: number): readonly number[] {
  const kept = Math.min(count, most);
  return Array.from({ length: kept }, (_, k) => Math.round((k * (count - 1)) / (kept - 1)));
}
