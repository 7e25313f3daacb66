// The gradient of each example of the pending step as marks, under the arrows of their mean.

import type { Point } from '../training/vector.ts';
import { drawChain, drawFan, drawOne, drawTips, type PixelVectors } from './exampleVectors.ts';
import type { Colour, Mark } from './marks.ts';
import { Shape } from './shape.ts';
import type { Viewport } from './viewport.ts';

export type GradientPicture = 'fan' | 'chain' | 'cloud';

const colour = 'example-gradient';

/** @param vectors as `exampleVectors` gives them */
export function gradientMarks(
  viewport: Viewport,
  at: Point,
  vectors: PixelVectors,
  picture: GradientPicture,
): readonly Mark[] {
  const count = vectors.length / 2;
  const [x, y] = [viewport.x(at[0]), viewport.y(at[1])];
  const [shaft, head] = [new Shape(), new Shape()];
  if (picture === 'cloud') drawTips(head, x, y, vectors);
  else (picture === 'fan' ? drawFan : drawChain)(shaft, head, x, y, vectors);
  return arrowMarks(shaft, head, colour, count > 60 ? 0.75 : 1.1, count > 200 ? 0.45 : 0.85);
}

/** The arrow of one example, over all others. @param row its place in the batch */
export function litGradientMarks(
  viewport: Viewport,
  at: Point,
  vectors: PixelVectors,
  row: number,
  isChain: boolean,
): readonly Mark[] {
  const [shaft, head] = [new Shape(), new Shape()];
  drawOne(shaft, head, viewport.x(at[0]), viewport.y(at[1]), vectors, row, isChain);
  return [...arrowMarks(shaft, head, 'paper', 6), ...arrowMarks(shaft, head, colour, 3)];
}

const arrowMarks = (shaft: Shape, head: Shape, stroke: Colour, width: number, opacity = 1): readonly Mark[] => [
  { kind: 'shape', shape: shaft, stroke, width, opacity },
  { kind: 'shape', shape: head, fill: stroke, opacity },
];
