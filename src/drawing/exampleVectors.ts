// The gradient of each example of a mini-batch at the weights, in three pictures of their sum. All point downhill and are
// drawn to the scale of the mini-batch arrow, so that its tip is their mean.

import type { Part } from '../training/run/parts.ts';
import type { CanvasPath } from './shape.ts';
import { type ArrowShape, drawArrow } from './vectors.ts';
import type { Viewport } from './viewport.ts';

/** Pixels right and down, one pair per example: dx, dy, dx, dy, ... */
export type PixelVectors = Float64Array;

/** The gradient of each example in the plane: how steep its loss is along both axes. */
export interface PlaneGradients {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/**
 * @param scale as `gradientScale` gives it for the mini-batch arrow
 * @param parts the micro-batches of an update, which count alike whatever their size: by these vectors the mean of all is
 * the mean of theirs
 */
export function exampleVectors(
  viewport: Viewport,
  { x, y }: PlaneGradients,
  scale: number,
  parts: readonly Part[],
): PixelVectors {
  const vectors = new Float64Array(2 * x.length);
  for (const { from, to } of parts) {
    const factor = (scale * x.length) / (parts.length * (to - from));
    for (let i = from; i < to; i++) {
      vectors[2 * i] = -factor * x[i] * viewport.scaleX;
      vectors[2 * i + 1] = factor * y[i] * viewport.scaleY;
    }
  }
  return vectors;
}

/** Arrows with more fellows than this have no heads: there is no room for them. */
const mostHeads = 150;

const headOf = (count: number): ArrowShape =>
  count > 40 ? { headLength: 4, headWidth: 3.5 } : { headLength: 6, headWidth: 5 };

/** Draws one vector from (x, y), far ends cut so that a canvas can hold them; returns its end. */
function drawVector(
  shaft: CanvasPath,
  head: CanvasPath,
  x: number,
  y: number,
  dx: number,
  dy: number,
  count: number,
): readonly [x: number, y: number] {
  const end = [x + dx, y + dy] as const;
  if (!Number.isFinite(dx) || !Number.isFinite(dy)) return end;
  const shrink = Math.min(1, farthest / Math.max(Math.abs(dx), Math.abs(dy), 1e-9));
  const [toX, toY] = [x + shrink * dx, y + shrink * dy];
  if (count <= mostHeads) drawArrow(shaft, head, [x, y, toX, toY], headOf(count));
  else {
    shaft.moveTo(x, y);
    shaft.lineTo(toX, toY);
  }
  return end;
}

/** Pixels. */
const farthest = 20_000;

/** Each vector from the weights at (x, y). */
export function drawFan(shaft: CanvasPath, head: CanvasPath, x: number, y: number, vectors: PixelVectors): void {
  const count = vectors.length / 2;
  for (let i = 0; i < count; i++) drawVector(shaft, head, x, y, vectors[2 * i], vectors[2 * i + 1], count);
}

/** The vectors tip to tail, each divided by their number: the last one ends on their mean. Returns that end. */
export function drawChain(
  shaft: CanvasPath,
  head: CanvasPath,
  x: number,
  y: number,
  vectors: PixelVectors,
): readonly [x: number, y: number] {
  const count = vectors.length / 2;
  let end: readonly [number, number] = [x, y];
  for (let i = 0; i < count; i++)
    end = drawVector(shaft, head, end[0], end[1], vectors[2 * i] / count, vectors[2 * i + 1] / count, count);
  return end;
}

/** A dot at the tip of each vector. */
export function drawTips(dots: CanvasPath, x: number, y: number, vectors: PixelVectors): void {
  const radius = vectors.length > 400 ? 1.5 : 2.5;
  for (let i = 0; i < vectors.length; i += 2) {
    const [tipX, tipY] = [x + vectors[i], y + vectors[i + 1]];
    if (!(Math.abs(tipX) < farthest && Math.abs(tipY) < farthest)) continue;
    dots.moveTo(tipX + radius, tipY);
    dots.arc(tipX, tipY, radius, 0, 2 * Math.PI);
  }
}

/** The part of the picture that belongs to one example, with the index of its row in the batch. */
export function drawOne(
  shaft: CanvasPath,
  head: CanvasPath,
  x: number,
  y: number,
  vectors: PixelVectors,
  row: number,
  isChain: boolean,
): void {
  const count = vectors.length / 2;
  const share = isChain ? 1 / count : 1;
  let [fromX, fromY] = [x, y];
  for (let i = 0; isChain && i < row; i++) {
    fromX += vectors[2 * i] * share;
    fromY += vectors[2 * i + 1] * share;
  }
  drawVector(shaft, head, fromX, fromY, vectors[2 * row] * share, vectors[2 * row + 1] * share, 1);
}
