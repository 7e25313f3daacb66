// Forward pass, loss, and backward pass of one mini-batch in a single loop, for the pairs of model and loss that the
// problems use: what the phases of `Workspace` compute in seven passes, bit for bit, several times as fast. Runs use
// this; whoever wants to see the phases uses `Workspace`, and so does a pair that has no loop here.

import { cos, exp, log1p, sigmoid, sin, tanh } from './elementary.ts';
import type { Examples } from './examples.ts';
import type { Loss } from './loss.ts';
import { losses } from './losses/index.ts';
import { welschScale } from './losses/welsch.ts';
import type { Model } from './model.ts';
import { models } from './models/index.ts';

/**
 * For the batch `order[from .. from + size)` of `examples`: writes the mean loss to `result[0]` and the mean gradient
 * to `result[1]` and `result[2]`.
 */
export type FusedStep = (
  w1: number,
  w2: number,
  examples: Examples,
  order: Int32Array,
  from: number,
  size: number,
  result: Float64Array,
) => void;

function writeMeans(result: Float64Array, size: number, loss: number, gradient1: number, gradient2: number): void {
  result[0] = loss / size;
  result[1] = gradient1 / size;
  result[2] = gradient2 / size;
}

const twiceSquare = 2 * welschScale * welschScale;

const lineSquares: FusedStep = (w1, w2, { x1, y }, order, from, size, result) => {
  let [loss, gradient1, gradient2] = [0, 0, 0];
  for (let row = from; row < from + size; row++) {
    const i = order[row]!;
    const x = x1[i]!;
    const residual = w1 * x + w2 - y[i]!;
    const slope = 2 * residual;
    loss += residual * residual;
    gradient1 += slope * x;
    gradient2 += slope;
  }
  writeMeans(result, size, loss, gradient1, gradient2);
};

const lineAbsolute: FusedStep = (w1, w2, { x1, y }, order, from, size, result) => {
  let [loss, gradient1, gradient2] = [0, 0, 0];
  for (let row = from; row < from + size; row++) {
    const i = order[row]!;
    const x = x1[i]!;
    const residual = w1 * x + w2 - y[i]!;
    const slope = Math.sign(residual);
    loss += Math.abs(residual);
    gradient1 += slope * x;
    gradient2 += slope;
  }
  writeMeans(result, size, loss, gradient1, gradient2);
};

const lineHuber: FusedStep = (w1, w2, { x1, y }, order, from, size, result) => {
  let [loss, gradient1, gradient2] = [0, 0, 0];
  for (let row = from; row < from + size; row++) {
    const i = order[row]!;
    const x = x1[i]!;
    const residual = w1 * x + w2 - y[i]!;
    const distance = Math.abs(residual);
    const slope = residual < -1 ? -1 : Math.min(residual, 1);
    loss += distance < 1 ? 0.5 * distance * distance : distance - 0.5;
    gradient1 += slope * x;
    gradient2 += slope;
  }
  writeMeans(result, size, loss, gradient1, gradient2);
};

const lineLogistic: FusedStep = (w1, w2, { x1, y }, order, from, size, result) => {
  let [loss, gradient1, gradient2] = [0, 0, 0];
  for (let row = from; row < from + size; row++) {
    const i = order[row]!;
    const x = x1[i]!;
    const logit = w1 * x + w2;
    const small = exp(-Math.abs(logit));
    const slope = (logit < 0 ? small : 1) / (1 + small) - y[i]!;
    loss += Math.max(logit, 0) - logit * y[i]! + log1p(small);
    gradient1 += slope * x;
    gradient2 += slope;
  }
  writeMeans(result, size, loss, gradient1, gradient2);
};

const planeSquares: FusedStep = (w1, w2, { x1, x2, y }, order, from, size, result) => {
  let [loss, gradient1, gradient2] = [0, 0, 0];
  for (let row = from; row < from + size; row++) {
    const i = order[row]!;
    const a = x1[i]!;
    const b = x2[i]!;
    const residual = w1 * a + w2 * b - y[i]!;
    const slope = 2 * residual;
    loss += residual * residual;
    gradient1 += slope * a;
    gradient2 += slope * b;
  }
  writeMeans(result, size, loss, gradient1, gradient2);
};

const planeLogistic: FusedStep = (w1, w2, { x1, x2, y }, order, from, size, result) => {
  let [loss, gradient1, gradient2] = [0, 0, 0];
  for (let row = from; row < from + size; row++) {
    const i = order[row]!;
    const a = x1[i]!;
    const b = x2[i]!;
    const logit = w1 * a + w2 * b;
    const small = exp(-Math.abs(logit));
    const slope = (logit < 0 ? small : 1) / (1 + small) - y[i]!;
    loss += Math.max(logit, 0) - logit * y[i]! + log1p(small);
    gradient1 += slope * a;
    gradient2 += slope * b;
  }
  writeMeans(result, size, loss, gradient1, gradient2);
};

const planeHinge: FusedStep = (w1, w2, { x1, x2, y }, order, from, size, result) => {
  let [loss, gradient1, gradient2] = [0, 0, 0];
  for (let row = from; row < from + size; row++) {
    const i = order[row]!;
    const a = x1[i]!;
    const b = x2[i]!;
    const side = 2 * y[i]! - 1;
    const shortfall = 1 - side * (w1 * a + w2 * b);
    const slope = shortfall < 0 ? 0 : -side;
    loss += Math.max(shortfall, 0);
    gradient1 += slope * a;
    gradient2 += slope * b;
  }
  writeMeans(result, size, loss, gradient1, gradient2);
};

const productSquares: FusedStep = (w1, w2, { x1, y }, order, from, size, result) => {
  let [loss, gradient1, gradient2] = [0, 0, 0];
  for (let row = from; row < from + size; row++) {
    const i = order[row]!;
    const x = x1[i]!;
    const residual = w2 * (w1 * x) - y[i]!;
    const slope = 2 * residual;
    loss += residual * residual;
    gradient1 += slope * (w2 * x);
    gradient2 += slope * (w1 * x);
  }
  writeMeans(result, size, loss, gradient1, gradient2);
};

const sineSquares: FusedStep = (w1, w2, { x1, y }, order, from, size, result) => {
  let [loss, gradient1, gradient2] = [0, 0, 0];
  for (let row = from; row < from + size; row++) {
    const i = order[row]!;
    const x = x1[i]!;
    const phase = w1 * x + w2;
    const residual = sin(phase) - y[i]!;
    const slope = 2 * residual;
    const tangent = cos(phase);
    loss += residual * residual;
    gradient1 += slope * (tangent * x);
    gradient2 += slope * tangent;
  }
  writeMeans(result, size, loss, gradient1, gradient2);
};

const tanhSquares: FusedStep = (w1, w2, { x1, y }, order, from, size, result) => {
  let [loss, gradient1, gradient2] = [0, 0, 0];
  for (let row = from; row < from + size; row++) {
    const i = order[row]!;
    const x = x1[i]!;
    const activation = tanh(w1 * x);
    const residual = w2 * activation - y[i]!;
    const slope = 2 * residual;
    loss += residual * residual;
    gradient1 += slope * (w2 * (1 - activation * activation) * x);
    gradient2 += slope * activation;
  }
  writeMeans(result, size, loss, gradient1, gradient2);
};

const reluSquares: FusedStep = (w1, w2, { x1, y }, order, from, size, result) => {
  let [loss, gradient1, gradient2] = [0, 0, 0];
  for (let row = from; row < from + size; row++) {
    const i = order[row]!;
    const x = x1[i]!;
    const sum = w1 * x + w2;
    const residual = Math.max(sum, 0) - y[i]!;
    const slope = sum <= 0 ? 0 : 2 * residual;
    loss += residual * residual;
    gradient1 += slope * x;
    gradient2 += slope;
  }
  writeMeans(result, size, loss, gradient1, gradient2);
};

const sigmoidSquares: FusedStep = (w1, w2, { x1, y }, order, from, size, result) => {
  let [loss, gradient1, gradient2] = [0, 0, 0];
  for (let row = from; row < from + size; row++) {
    const i = order[row]!;
    const x = x1[i]!;
    const probability = sigmoid(w1 * x + w2);
    const residual = probability - y[i]!;
    const slope = 2 * residual;
    const tangent = probability * (1 - probability);
    loss += residual * residual;
    gradient1 += slope * (tangent * x);
    gradient2 += slope * tangent;
  }
  writeMeans(result, size, loss, gradient1, gradient2);
};

const decaySquares: FusedStep = (w1, w2, { x1, y }, order, from, size, result) => {
  let [loss, gradient1, gradient2] = [0, 0, 0];
  for (let row = from; row < from + size; row++) {
    const i = order[row]!;
    const x = x1[i]!;
    const remaining = exp(-w2 * x);
    const residual = w1 * remaining - y[i]!;
    const slope = 2 * residual;
    loss += residual * residual;
    gradient1 += slope * remaining;
    gradient2 += slope * (-w1 * x * remaining);
  }
  writeMeans(result, size, loss, gradient1, gradient2);
};

const distance: FusedStep = (w1, w2, { x1, x2 }, order, from, size, result) => {
  let [loss, gradient1, gradient2] = [0, 0, 0];
  for (let row = from; row < from + size; row++) {
    const i = order[row]!;
    const a = x1[i]!;
    const b = x2[i]!;
    const d1 = w1 - a;
    const d2 = w2 - b;
    loss += d1 * d1 + d2 * d2;
    gradient1 += 2 * d1;
    gradient2 += 2 * d2;
  }
  writeMeans(result, size, loss, gradient1, gradient2);
};

const wells: FusedStep = (w1, w2, { x1, x2 }, order, from, size, result) => {
  let [loss, gradient1, gradient2] = [0, 0, 0];
  for (let row = from; row < from + size; row++) {
    const i = order[row]!;
    const a = x1[i]!;
    const b = x2[i]!;
    const d1 = w1 - a;
    const d2 = w2 - b;
    const depth = exp(-(d1 * d1 + d2 * d2) / twiceSquare);
    const slope = depth / twiceSquare;
    loss += 1 - depth;
    gradient1 += slope * (2 * d1);
    gradient2 += slope * (2 * d2);
  }
  writeMeans(result, size, loss, gradient1, gradient2);
};

const fusedSteps: readonly (readonly [Model, Loss, FusedStep])[] = [
  [models.line, losses.mse, lineSquares],
  [models.line, losses.mae, lineAbsolute],
  [models.line, losses.huber, lineHuber],
  [models.line, losses.bce, lineLogistic],
  [models.plane, losses.mse, planeSquares],
  [models.plane, losses.bce, planeLogistic],
  [models.plane, losses.hinge, planeHinge],
  [models.product, losses.mse, productSquares],
  [models.sine, losses.mse, sineSquares],
  [models['tanh-neuron'], losses.mse, tanhSquares],
  [models['relu-neuron'], losses.mse, reluSquares],
  [models['sigmoid-neuron'], losses.mse, sigmoidSquares],
  [models.decay, losses.mse, decaySquares],
  [models.location, losses.identity, distance],
  [models.location, losses.welsch, wells],
];

/** The loop of this pair, or null when there is none. */
export const fusedStep = (model: Model, loss: Loss): FusedStep | null =>
  fusedSteps.find(([itsModel, itsLoss]) => itsModel === model && itsLoss === loss)?.[2] ?? null;
