// The fused loops of the line w1 x + w2, one for each loss it is scored by.

import { exp, log1p } from '../../elementary.ts';
import type { FusedStep } from './fusedStep.ts';

export const lineMae: FusedStep = (weights, { x1, y }, order, from, to, gradient) => {
  const w1 = weights[0];
  const w2 = weights[1];
  let loss = 0;
  let sum1 = 0;
  let sum2 = 0;
  for (let i = from; i < to; i++) {
    const index = order[i];
    const x = x1[index];
    const residual = w1 * x + w2 - y[index];
    const outer = Math.sign(residual);
    loss += Math.abs(residual);
    sum1 += outer * x;
    sum2 += outer;
  }
  gradient[0] = sum1;
  gradient[1] = sum2;
  return loss;
};

export const lineHuber: FusedStep = (weights, { x1, y }, order, from, to, gradient) => {
  const w1 = weights[0];
  const w2 = weights[1];
  let loss = 0;
  let sum1 = 0;
  let sum2 = 0;
  for (let i = from; i < to; i++) {
    const index = order[i];
    const x = x1[index];
    const residual = w1 * x + w2 - y[index];
    const size = Math.abs(residual);
    const outer = residual < -1 ? -1 : Math.min(residual, 1);
    const bent = Math.min(size, 1);
    // size²/2 up to 1, size - 1/2 beyond, to the last bit.
    loss += bent * (size - 0.5 * bent);
    sum1 += outer * x;
    sum2 += outer;
  }
  gradient[0] = sum1;
  gradient[1] = sum2;
  return loss;
};

/** Without the loss, whose logarithm takes as long as all of the gradient, `hasLoss` is false. */
export const lineBce =
  (hasLoss: boolean): FusedStep =>
  (weights, { x1, y }, order, from, to, gradient) => {
    const w1 = weights[0];
    const w2 = weights[1];
    let loss = 0;
    let sum1 = 0;
    let sum2 = 0;
    for (let i = from; i < to; i++) {
      const index = order[i];
      const x = x1[index];
      const logit = w1 * x + w2;
      const small = exp(-Math.abs(logit));
      const outer = (logit < 0 ? small : 1) / (1 + small) - y[index];
      if (hasLoss) loss += Math.max(logit, 0) - logit * y[index] + log1p(small);
      sum1 += outer * x;
      sum2 += outer;
    }
    gradient[0] = sum1;
    gradient[1] = sum2;
    return loss;
  };
