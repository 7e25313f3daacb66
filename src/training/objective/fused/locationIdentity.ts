// The fused loop of a location: the squared distance to every example.

import type { FusedStep } from './fusedStep.ts';

export const locationIdentity: FusedStep = (weights, { x1, x2 }, order, from, to, gradient) => {
  const w1 = weights[0];
  const w2 = weights[1];
  let loss = 0;
  let sum1 = 0;
  let sum2 = 0;
  for (let i = from; i < to; i++) {
    const index = order[i];
    const d1 = w1 - x1[index];
    const d2 = w2 - x2[index];
    loss += d1 * d1 + d2 * d2;
    sum1 += 2 * d1;
    sum2 += 2 * d2;
  }
  gradient[0] = sum1;
  gradient[1] = sum2;
  return loss;
};
