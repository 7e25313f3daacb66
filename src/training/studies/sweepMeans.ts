// Runs on a quadratic loss from the five means of each batch alone: g = 2 (Āw − b̄), computed once for all rates.

import { quadraticStride } from '../objective/quadratic.ts';
import type { LinearRule } from '../optimizers/linearRule.ts';
import type { BatchSequence } from '../run/batchSequence.ts';
import { farOut } from '../run/takeUpdate.ts';

/** As the trainer stops: weights too far out, or none finite. */
export const isFar = (w1: number, w2: number): boolean => !(Math.abs(w1) <= farOut && Math.abs(w2) <= farOut);

/** Writes the five means of each batch. */
export function fillMeans(
  rows: Float64Array,
  sequence: BatchSequence,
  means: Float64Array,
  epochs: Float64Array,
): void {
  for (let step = 0; step < epochs.length; step++) {
    sequence.advance();
    epochs[step] = sequence.epoch;
    writeMean(rows, sequence.order, sequence.offset, sequence.size, means, step * quadraticStride);
  }
}

function writeMean(
  rows: Float64Array,
  order: Int32Array,
  offset: number,
  size: number,
  means: Float64Array,
  target: number,
): void {
  let a11 = 0;
  let a12 = 0;
  let a22 = 0;
  let b1 = 0;
  let b2 = 0;
  for (let row = offset; row < offset + size; row++) {
    const at = order[row] * quadraticStride;
    a11 += rows[at];
    a12 += rows[at + 1];
    a22 += rows[at + 2];
    b1 += rows[at + 3];
    b2 += rows[at + 4];
  }
  means[target] = a11 / size;
  means[target + 1] = a12 / size;
  means[target + 2] = a22 / size;
  means[target + 3] = b1 / size;
  means[target + 4] = b2 / size;
}

/** All examples in every batch: the order does not matter, and one mean serves every step. */
export function repeatMeans(rows: Float64Array, means: Float64Array, epochs: Float64Array): void {
  const count = rows.length / quadraticStride;
  const order = Int32Array.from({ length: count }, (_, index) => index);
  writeMean(rows, order, 0, count, means, 0);
  for (let step = 0; step < epochs.length; step++) {
    means.copyWithin(step * quadraticStride, 0, quadraticStride);
    epochs[step] = step;
  }
}

/** Plain gradient descent along the means, from `end` to `end`; stops where it diverges. */
export function descend(means: Float64Array, rates: Float64Array, weightDecay: number, end: Float64Array): void {
  let w1 = end[0];
  let w2 = end[1];
  for (let step = 0, at = 0; step < rates.length; step++, at += 5) {
    const g1 = 2 * (means[at] * w1 + means[at + 1] * w2 - means[at + 3]) + weightDecay * w1;
    const g2 = 2 * (means[at + 1] * w1 + means[at + 2] * w2 - means[at + 4]) + weightDecay * w2;
    w1 -= rates[step] * g1;
    w2 -= rates[step] * g2;
    if (isFar(w1, w2)) break;
  }
  end[0] = w1;
  end[1] = w2;
}

export function descendWithMomentum(
  means: Float64Array,
  rates: Float64Array,
  rule: LinearRule,
  end: Float64Array,
): void {
  const { momentum, share, weightDecay, isNesterov } = rule;
  let w1 = end[0];
  let w2 = end[1];
  let v1 = 0;
  let v2 = 0;
  for (let step = 0, at = 0; step < rates.length; step++, at += 5) {
    const g1 = 2 * (means[at] * w1 + means[at + 1] * w2 - means[at + 3]) + weightDecay * w1;
    const g2 = 2 * (means[at + 1] * w1 + means[at + 2] * w2 - means[at + 4]) + weightDecay * w2;
    // The first velocity is the gradient itself, whatever the dampening.
    v1 = step === 0 ? g1 : momentum * v1 + share * g1;
    v2 = step === 0 ? g2 : momentum * v2 + share * g2;
    w1 -= rates[step] * (isNesterov ? g1 + momentum * v1 : v1);
    w2 -= rates[step] * (isNesterov ? g2 + momentum * v2 : v2);
    if (isFar(w1, w2)) break;
  }
  end[0] = w1;
  end[1] = w2;
}
