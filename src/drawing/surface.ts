// The loss surface as an image. Colour follows log(1 + (loss - minimum) / floor), so that the valley floor gets as much
// of the range as the slopes above it; `floor` is the height below which the lowest fiftieth of the surface lies.

import type { LossSurface } from '../training/objective/lossSurface.ts';
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

/** A canvas of one pixel per sample. */
export function surfaceImage(surface: LossSurface, scale: LossScale, table: Uint32Array): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = surface.columns;
  canvas.height = surface.rows;
  const data = new ImageData(surface.columns, surface.rows);
  paintSurface(surface, scale, table, new Uint32Array(data.data.buffer));
  canvas.getContext('2d')?.putImageData(data, 0, 0);
  return canvas;
}

/** Draws the image where the surface lies, which may be beside or inside the view while a new surface is on its way. */
export function drawSurface(
  context: CanvasRenderingContext2D,
  viewport: Viewport,
  surface: LossSurface,
  image: CanvasImageSource,
): void {
  const { x: w1, y: w2 } = surface.domain;
  const [left, top] = [viewport.x(w1[0]), viewport.y(w2[1])];
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, left, top, viewport.x(w1[1]) - left, viewport.y(w2[0]) - top);
}

/** Mean length in pixels of the surface's gradient, drawn like a vector of weights in this view; 0 where none is known. */
export function meanGradientLength(surface: LossSurface, viewport: Viewport): number {
  const { columns, rows, values, domain } = surface;
  const stride = 4;
  const factorX = (viewport.scaleX * columns) / (stride * (domain.x[1] - domain.x[0]));
  const factorY = (viewport.scaleY * rows) / (stride * (domain.y[1] - domain.y[0]));
  let sum = 0;
  let count = 0;
  for (let row = 0; row + stride < rows; row += stride) {
    for (let column = 0; column + stride < columns; column += stride) {
      const here = values[row * columns + column];
      const byX = (values[row * columns + column + stride] - here) * factorX;
      const byY = (values[(row + stride) * columns + column] - here) * factorY;
      const length = Math.sqrt(byX * byX + byY * byY);
      if (!Number.isFinite(length)) continue;
      sum += length;
      count++;
    }
  }
  return count === 0 ? 0 : sum / count;
}
