// The fused loops of the models that are not linear in their weights, all with the squared error.

import { cos, exp, sigmoid, sin, tanh } from '../../elementary.ts';
import type { FusedStep } from './fusedStep.ts';

export const productMse: FusedStep = (weights, { x1, y }, order, from, to, gradient) => {
  const w1 = weights[0];
  const w2 = weights[1];
  let loss = 0;
  let sum1 = 0;
  let sum2 = 0;
  for (let i = from; i < to; i++) {
    const index = order[i];
    const x = x1[index];
    const residual = w2 * (w1 * x) - y[index];
    const outer = 2 * residual;
    loss += residual * residual;
    sum1 += outer * (w2 * x);
    sum2 += outer * (w1 * x);
  }
  gradient[0] = sum1;
  gradient[1] = sum2;
  return loss;
};

export const reluMse: FusedStep = (weights, { x1, y }, order, from, to, gradient) => {
  const w1 = weights[0];
  const w2 = weights[1];
  let loss = 0;
  let sum1 = 0;
  let sum2 = 0;
  for (let i = from; i < to; i++) {
    const index = order[i];
    const x = x1[index];
    const inner = w1 * x + w2;
    const residual = Math.max(inner, 0) - y[index];
    const outer = 2 * residual;
    const slope = inner <= 0 ? 0 : 1;
    loss += residual * residual;
    sum1 += outer * (slope * x);
    sum2 += outer * slope;
  }
  gradient[0] = sum1;
  gradient[1] = sum2;
  return loss;
};

export const sineMse: FusedStep = (weights, { x1, y }, order, from, to, gradient) => {
  const w1 = weights[0];
  const w2 = weights[1];
  let loss = 0;
  let sum1 = 0;
  let sum2 = 0;
  for (let i = from; i < to; i++) {
    const index = order[i];
    const x = x1[index];
    const phase = w1 * x + w2;
    const residual = sin(phase) - y[index];
    const outer = 2 * residual;
    const slope = cos(phase);
    loss += residual * residual;
    sum1 += outer * (slope * x);
    sum2 += outer * slope;
  }
  gradient[0] = sum1;
  gradient[1] = sum2;
  return loss;
};

export const tanhMse: FusedStep = (weights, { x1, y }, order, from, to, gradient) => {
  const w1 = weights[0];
  const w2 = weights[1];
  let loss = 0;
  let sum1 = 0;
  let sum2 = 0;
  for (let i = from; i < to; i++) {
    const index = order[i];
    const x = x1[index];
    const activation = tanh(w1 * x);
    const residual = w2 * activation - y[index];
    const outer = 2 * residual;
    loss += residual * residual;
    sum1 += outer * (w2 * (1 - activation * activation) * x);
    sum2 += outer * activation;
  }
  gradient[0] = sum1;
  gradient[1] = sum2;
  return loss;
};

export const sigmoidMse: FusedStep = (weights, { x1, y }, order, from, to, gradient) => {
  const w1 = weights[0];
  const w2 = weights[1];
  let loss = 0;
  let sum1 = 0;
  let sum2 = 0;
  for (let i = from; i < to; i++) {
    const index = order[i];
    const x = x1[index];
    const probability = sigmoid(w1 * x + w2);
    const residual = probability - y[index];
    const outer = 2 * residual;
    const slope = probability * (1 - probability);
    loss += residual * residual;
    sum1 += outer * (slope * x);
    sum2 += outer * slope;
  }
  gradient[0] = sum1;
  gradient[1] = sum2;
  return loss;
};

export const decayMse: FusedStep = (weights, { x1, y }, order, from, to, gradient) => {
  const w1 = weights[0];
  const w2 = weights[1];
  let loss = 0;
  let sum1 = 0;
  let sum2 = 0;
  for (let i = from; i < to; i++) {
    const index = order[i];
    const x = x1[index];
    const remaining = exp(-w2 * x);
    const residual = w1 * remaining - y[index];
    const outer = 2 * residual;
    loss += residual * residual;
    sum1 += outer * remaining;
    sum2 += outer * (-w1 * x * remaining);
  }
  gradient[0] = sum1;
  gradient[1] = sum2;
  return loss;
};
