// Clipping by norm, as torch.nn.utils.clip_grad_norm_: a gradient longer than `most` is made about that long, its direction
// kept. gradient = gradient * min(1, most / (|gradient| + 1e-6)), so one of exactly that length loses a hair too.

import type { Vector } from './vector.ts';

/** By what a gradient of this length is multiplied. */
export const clipFactor = (length: number, most: number): number => Math.min(1, most / (length + 1e-6));

/** Clips in place and returns the length that the gradient had. `most` is above 0. */
export function clipToNorm(gradient: Vector, most: number): number {
  let squares = 0;
  for (const number of gradient) squares += number * number;
  const length = Math.sqrt(squares);
  const factor = clipFactor(length, most);
  for (let i = 0; i < gradient.length; i++) gradient[i] *= factor;
  return length;
}
