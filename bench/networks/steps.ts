// What every network of the benchmark learns: the trainer's own data, batches, first weights, and rate, and plain descent
// around a gradient, so that all of them come to the same weights.

import { networkObjective } from '../../src/training/objective/networkObjective.ts';
import { Random } from '../../src/training/random.ts';
import { giveNetworks } from '../../src/training/run/networks.ts';
import type { Hyperparameters, RunConfig } from '../../src/training/run/run.ts';
import { setUp } from '../../src/training/run/setup.ts';

export const batchSize = 10;
export const steps = 2000;
export const rate = 0.03;
const exampleCount = 200;
const seed = 1;

/**
 * A network that learns: one call takes `steps` steps from these weights on and leaves the last ones in them. Returns
 * the milliseconds of the steps alone.
 */
export type Learner = (weights: Float64Array) => number;

export const hyperparameters: Hyperparameters = {
  learningRate: rate,
  batchSize,
  optimizer: {},
  schedule: { kind: 'constant', unit: 'step', warmup: 0, values: {} },
};

export const configOf = (layers: readonly number[]): RunConfig => ({
  ...{ problem: 'circles', settings: { layers }, examples: exampleCount, noise: 0.1, seed, start: [0, 0] },
  ...{ optimizer: 'sgd', sampling: 'reshuffle', dropLast: false },
});

giveNetworks(networkObjective);

/** The same for every choice of layers. */
export const { examples } = setUp(configOf([]));

/** The rows of the epoch under way. */
export const order = new Int32Array(exampleCount);

/** Where step `step`'s batch begins in `order`, which is shuffled anew for every epoch. */
export function beginBatch(step: number): number {
  const from = (step * batchSize) % exampleCount;
  if (from === 0) {
    for (let row = 0; row < exampleCount; row++) order[row] = row;
    new Random(seed, 1 + (step * batchSize) / exampleCount).shuffle(order);
  }
  return from;
}

/** Writes the sum of the gradients of the rows order[from, to) and returns the sum of their losses. */
export type GradientOf = (weights: Float64Array, from: number, to: number, gradient: Float64Array) => number;

/** Plain descent along a gradient, and nothing kept of it. */
export function learn(sum: GradientOf): Learner {
  return (weights) => {
    const gradient = new Float64Array(weights.length);
    let losses = 0;
    const start = performance.now();
    for (let step = 0; step < steps; step++) {
      const from = beginBatch(step);
      losses += sum(weights, from, from + batchSize, gradient);
      for (let i = 0; i < weights.length; i++) weights[i] -= rate * (gradient[i] / batchSize);
    }
    if (Number.isNaN(losses)) throw new Error('the loss is no number');
    return performance.now() - start;
  };
}

/** The same with a row for every step, column by column as the trainer keeps them: weights, loss, rate, size, and epoch. */
export function learnAndRecord(sum: GradientOf): Learner {
  return (weights) => {
    const { length } = weights;
    const gradient = new Float64Array(length);
    const columns = new Float64Array((length + 4) * steps);
    const start = performance.now();
    for (let step = 0; step < steps; step++) {
      const from = beginBatch(step);
      const loss = sum(weights, from, from + batchSize, gradient);
      for (let i = 0; i < length; i++) {
        columns[i * steps + step] = weights[i];
        weights[i] -= rate * (gradient[i] / batchSize);
      }
      columns[length * steps + step] = loss / batchSize;
      columns[(length + 1) * steps + step] = rate;
      columns[(length + 2) * steps + step] = batchSize;
      columns[(length + 3) * steps + step] = Math.floor((step * batchSize) / exampleCount);
    }
    return performance.now() - start;
  };
}
