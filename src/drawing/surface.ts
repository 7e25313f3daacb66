// The loss surface as an image. Colour follows log(1 + (loss - minimum) / floor), so that the valley floor gets as much
// of the range as the slopes above it; `floor` is the height below which the lowest fiftieth of the surface lies.

import type { LossSurface } from '../training/objective/lossSurface.ts';
import type { ImageMark, Raster } from './marks.ts';
import { tableIndex } from './palette.ts';
import type { Viewport } from './viewport.ts';

export interface LossScale {
  readonly minimum: number;
  readonly maximum: number;
  /** Height above the minimum at which the logarithm takes over from the straight line. */
  readonly floor: number;
  /** Height above the minimum of the lowest isoline worth drawing: of the surface 3 % lie below. */
  readonly lowestLine: number;
  /** 0 at the minimum, 1 at the maximum. */
  share(loss: number): number;
}

const floorShare = 0.02;
const lowestLineShare = 0.03;
const sampleEvery = 13;

export function lossScale(surface: LossSurface): LossScale {
  const heights: number[] = [];
  let minimum = Number.POSITIVE_INFINITY;
  let maximum = Number.NEGATIVE_INFINITY;
  for (const [i, loss] of surface.values.entries()) {
    if (!Number.isFinite(loss)) continue;
    if (loss < minimum) minimum = loss;
    if (loss > maximum) maximum = loss;
    if (i % sampleEvery === 0) heights.push(loss);
  }
  const span = maximum - minimum;
  if (!(span > 0 && Number.isFinite(span)))
    return { minimum, maximum, floor: 1, lowestLine: 1, share: (loss) => (loss > minimum ? 1 : 0) };
  heights.sort((a, b) => a - b);
  const low = heights[Math.floor(floorShare * heights.length)] - minimum;
  const lowestLine = Math.max(heights[Math.floor(lowestLineShare * heights.length)] - minimum, 1e-3 * span);
  const floor = Math.min(Math.max(low, 1e-5 * span), 0.3 * span);
  const whole = Math.log1p(span / floor);
  const share = (loss: number): number =>
    Number.isFinite(loss) ? Math.log1p(Math.max(0, loss - minimum) / floor) / whole : 1;
  return { minimum, maximum, floor, lowestLine, share };
}

/** Writes one colour per sample into `pixels`, the top row first as images have it. */
export function paintSurface(surface: LossSurface, scale: LossScale, table: Uint32Array, pixels: Uint32Array): void {
  const { columns, rows, values } = surface;
  for (let row = 0; row < rows; row++) {
    const target = (rows - 1 - row) * columns;
    for (let column = 0; column < columns; column++)
      pixels[target + column] = table[tableIndex(scale.share(values[row * columns + column]))];
  }
}

/** The surface as a picture of one pixel per sample. */
export function surfaceRaster(surface: LossSurface, scale: LossScale, table: Uint32Array): Raster {
  const { columns, rows } = surface;
  const pixels = new Uint32Array(columns * rows);
  paintSurface(surface, scale, table, pixels);
  return { columns, rows, pixels };
}

/** The raster where the surface lies, which may be beside or inside the view while a new one is on its way. */
export function surfaceImage({ x, y, scaleX, scaleY }: Viewport, { domain }: LossSurface, raster: Raster): ImageMark {
  return {
    kind: 'image',
    raster,
    left: x(domain.x[0]),
    top: y(domain.y[1]),
    width: (domain.x[1] - domain.x[0]) * scaleX,
    height: (domain.y[1] - domain.y[0]) * scaleY,
  };
}
