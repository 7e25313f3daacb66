// The forward pass, loss, and backward pass of one mini-batch in a single loop, for the pairs of model and loss that the
// problems use: seven passes over a small batch cost up to eight times as much. Each does the very operations of the five
// phases in the same order, so its numbers are equal to the last bit (a test compares them).

import { cos, exp, log1p, sigmoid, sin, tanh } from '../elementary.ts';
import type { Examples } from '../examples.ts';
import type { Loss } from '../loss.ts';
import { losses } from '../losses/index.ts';
import { welschScale } from '../losses/welsch.ts';
import type { Model } from '../model.ts';
import { models } from '../models/index.ts';

/** Writes the sums over the batch into `sums`: of the losses, and of the gradient by w1 and by w2. */
export type FusedStep = (
  w1: number,
  w2: number,
  examples: Examples,
  order: Int32Array,
  from: number,
  to: number,
  sums: Float64Array,
) => void;

const lineMse: FusedStep = (w1, w2, { x1, y }, order, from, to, sums) => {
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
  sums[0] = loss;
  sums[1] = sum1;
  sums[2] = sum2;
};

const lineMae: FusedStep = (w1, w2, { x1, y }, order, from, to, sums) => {
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
  sums[0] = loss;
  sums[1] = sum1;
  sums[2] = sum2;
};

const lineHuber: FusedStep = (w1, w2, { x1, y }, order, from, to, sums) => {
  let loss = 0;
  let sum1 = 0;
  let sum2 = 0;
  for (let i = from; i < to; i++) {
    const index = order[i];
    const x = x1[index];
    const residual = w1 * x + w2 - y[index];
    const size = Math.abs(residual);
    const outer = residual < -1 ? -1 : Math.min(residual, 1);
    loss += size < 1 ? 0.5 * size * size : size - 0.5;
    sum1 += outer * x;
    sum2 += outer;
  }
  sums[0] = loss;
  sums[1] = sum1;
  sums[2] = sum2;
};

const planeMse: FusedStep = (w1, w2, { x1, x2, y }, order, from, to, sums) => {
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
  sums[0] = loss;
  sums[1] = sum1;
  sums[2] = sum2;
};

const planeHinge: FusedStep = (w1, w2, { x1, x2, y }, order, from, to, sums) => {
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
  sums[0] = loss;
  sums[1] = sum1;
  sums[2] = sum2;
};

const planeBce: FusedStep = (w1, w2, { x1, x2, y }, order, from, to, sums) => {
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
    loss += Math.max(logit, 0) - logit * target + log1p(small);
    sum1 += outer * a;
    sum2 += outer * b;
  }
  sums[0] = loss;
  sums[1] = sum1;
  sums[2] = sum2;
};

const productMse: FusedStep = (w1, w2, { x1, y }, order, from, to, sums) => {
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
  sums[0] = loss;
  sums[1] = sum1;
  sums[2] = sum2;
};

const reluMse: FusedStep = (w1, w2, { x1, y }, order, from, to, sums) => {
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
  sums[0] = loss;
  sums[1] = sum1;
  sums[2] = sum2;
};

const locationIdentity: FusedStep = (w1, w2, { x1, x2 }, order, from, to, sums) => {
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
  sums[0] = loss;
  sums[1] = sum1;
  sums[2] = sum2;
};

const lineBce: FusedStep = (w1, w2, { x1, y }, order, from, to, sums) => {
  let loss = 0;
  let sum1 = 0;
  let sum2 = 0;
  for (let i = from; i < to; i++) {
    const index = order[i];
    const x = x1[index];
    const logit = w1 * x + w2;
    const small = exp(-Math.abs(logit));
    const outer = (logit < 0 ? small : 1) / (1 + small) - y[index];
    loss += Math.max(logit, 0) - logit * y[index] + log1p(small);
    sum1 += outer * x;
    sum2 += outer;
  }
  sums[0] = loss;
  sums[1] = sum1;
  sums[2] = sum2;
};

const sineMse: FusedStep = (w1, w2, { x1, y }, order, from, to, sums) => {
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
  sums[0] = loss;
  sums[1] = sum1;
  sums[2] = sum2;
};

const tanhMse: FusedStep = (w1, w2, { x1, y }, order, from, to, sums) => {
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
  sums[0] = loss;
  sums[1] = sum1;
  sums[2] = sum2;
};

const sigmoidMse: FusedStep = (w1, w2, { x1, y }, order, from, to, sums) => {
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
  sums[0] = loss;
  sums[1] = sum1;
  sums[2] = sum2;
};

const decayMse: FusedStep = (w1, w2, { x1, y }, order, from, to, sums) => {
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
  sums[0] = loss;
  sums[1] = sum1;
  sums[2] = sum2;
};

const twiceSquare = 2 * welschScale * welschScale;

const locationWelsch: FusedStep = (w1, w2, { x1, x2 }, order, from, to, sums) => {
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
  sums[0] = loss;
  sums[1] = sum1;
  sums[2] = sum2;
};

const fusedSteps: readonly (readonly [model: Model, loss: Loss, step: FusedStep])[] = [
  [models.line, losses.mse, lineMse],
  [models.line, losses.mae, lineMae],
  [models.line, losses.huber, lineHuber],
  [models.plane, losses.mse, planeMse],
  [models.plane, losses.hinge, planeHinge],
  [models.plane, losses.bce, planeBce],
  [models.product, losses.mse, productMse],
  [models['relu-neuron'], losses.mse, reluMse],
  [models.location, losses.identity, locationIdentity],
  [models.line, losses.bce, lineBce],
  [models.sine, losses.mse, sineMse],
  [models['tanh-neuron'], losses.mse, tanhMse],
  [models['sigmoid-neuron'], losses.mse, sigmoidMse],
  [models.decay, losses.mse, decayMse],
  [models.location, losses.welsch, locationWelsch],
];

/** The single loop for a pair, or null where there is none and the five phases serve. */
export const fusedStep = (model: Model, loss: Loss): FusedStep | null =>
  fusedSteps.find(([ofModel, ofLoss]) => ofModel === model && ofLoss === loss)?.[2] ?? null;
