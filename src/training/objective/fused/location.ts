// The fused loop of a location with wells around every example.

import { exp } from '../../elementary.ts';
import { welschScale } from '../../losses/welsch.ts';
import type { FusedStep } from './fusedStep.ts';

const twiceSquare = 2 * welschScale * welschScale;

export const locationWelsch: FusedStep = (weights, { x1, x2 }, order, from, to, gradient) => {
  const w1 = weights[0];
  const w2 = weights[1];
  let loss = 0;
  let sum1 = 0;
  let sum2 = 0;
  for (let i = from; i < to; i++) {
    const index = order[i];
    const d1 = w1 - x1[index];
    const d2 = w2 - x2[index];
    const depth = exp(-(d1 * d1 + d2 * d2) / twiceSquare);
    const outer = depth / twiceSquare;
    loss += 1 - depth;
    sum1 += outer * (2 * d1);
    sum2 += outer * (2 * d2);
  }
  gradient[0] = sum1;
  gradient[1] = sum2;
  return loss;
};
