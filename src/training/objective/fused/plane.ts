// The fused loops of the plane w1 x1 + w2 x2, one for each loss it is scored by.

import { exp, log1p } from '../../elementary.ts';
import type { FusedStep } from './fusedStep.ts';

export const planeMse: FusedStep = (weights, { x1, x2, y }, order, from, to, gradient) => {
  const w1 = weights[0];
  const w2 = weights[1];
  let loss = 0;
  let sum1 = 0;
  let sum2 = 0;
  for (let i = from; i < to; i++) {
    const index = order[i];
    const a = x1[index];
    const b = x2[index];
    const residual = w1 * a + w2 * b - y[index];
    const outer = 2 * residual;
    loss += residual * residual;
    sum1 += outer * a;
    sum2 += outer * b;
  }
  gradient[0] = sum1;
  gradient[1] = sum2;
  return loss;
};

export const planeHinge: FusedStep = (weights, { x1, x2, y }, order, from, to, gradient) => {
  const w1 = weights[0];
  const w2 = weights[1];
  let loss = 0;
  let sum1 = 0;
  let sum2 = 0;
  for (let i = from; i < to; i++) {
    const index = order[i];
    const a = x1[index];
    const b = x2[index];
    const side = 2 * y[index] - 1;
    const shortfall = 1 - side * (w1 * a + w2 * b);
    const outer = shortfall < 0 ? 0 : -side;
    loss += Math.max(shortfall, 0);
    sum1 += outer * a;
    sum2 += outer * b;
  }
  gradient[0] = sum1;
  gradient[1] = sum2;
  return loss;
};

/** Without the loss, whose logarithm takes as long as all of the gradient, `hasLoss` is false. */
export const planeBce =
  (hasLoss: boolean): FusedStep =>
  (weights, { x1, x2, y }, order, from, to, gradient) => {
    const w1 = weights[0];
    const w2 = weights[1];
    let loss = 0;
    let sum1 = 0;
    let sum2 = 0;
    for (let i = from; i < to; i++) {
      const index = order[i];
      const a = x1[index];
      const b = x2[index];
      const target = y[index];
      const logit = w1 * a + w2 * b;
      const small = exp(-Math.abs(logit));
      const outer = (logit < 0 ? small : 1) / (1 + small) - target;
      if (hasLoss) loss += Math.max(logit, 0) - logit * target + log1p(small);
      sum1 += outer * a;
      sum2 += outer * b;
    }
    gradient[0] = sum1;
    gradient[1] = sum2;
    return loss;
  };
