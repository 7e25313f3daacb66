// The fused loop of the line w1 x + w2 with squared error.

import type { FusedStep } from './fusedStep.ts';

export const lineMse: FusedStep = (weights, { x1, y }, order, from, to, gradient) => {
  const w1 = weights[0];
  const w2 = weights[1];
  let loss = 0;
  let sum1 = 0;
  let sum2 = 0;
  for (let i = from; i < to; i++) {
    const index = order[i];
    const x = x1[index];
    const residual = w1 * x + w2 - y[index];
    const outer = 2 * residual;
    loss += residual * residual;
    sum1 += outer * x;
    sum2 += outer;
  }
  gradient[0] = sum1;
  gradient[1] = sum2;
  return loss;
};
