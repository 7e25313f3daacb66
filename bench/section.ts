// The pictures that ask why: the losses along a step against a straight-line loop over the same losses, and the limit of the
// mini-batch against the time of one frame.

import type { ProblemId } from '../src/training/problems/index.ts';
import type { Hyperparameters, RunConfig } from '../src/training/run/run.ts';
import { Trainer } from '../src/training/run/trainer.ts';
import { type SectionRequest, section } from '../src/training/studies/section.ts';
import { largestStableRate } from '../src/training/theory/noiseFloor.ts';
import type { BenchRow } from './row.ts';

const rounds = 15;
const examples = 1000;
const batchSize = 32;

const configOf = (problem: ProblemId): RunConfig => ({
  ...{ problem, settings: {}, examples, noise: 0.3, seed: 1, start: [-1, 0.8] },
  ...{ optimizer: 'sgd', sampling: 'replacement', dropLast: false },
});

const hyperparameters: Hyperparameters = {
  ...{ learningRate: 0.05, batchSize, optimizer: {} },
  schedule: { kind: 'constant', unit: 'step', warmup: 0, values: {} },
};

/** Milliseconds of the fastest of some rounds. */
function fastest(work: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const begun = performance.now();
    work();
    best = Math.min(best, performance.now() - begun);
  }
  return best;
}

function sectionOf(problem: ProblemId) {
  const config = configOf(problem);
  const trainer = new Trainer();
  const { examples: data } = trainer.start(config);
  const { weights, update, batch, microBatches } = trainer.preview(0, hyperparameters);
  const request: SectionRequest = {
    ...{ config, weights, update, batch, parts: microBatches, landing: hyperparameters.learningRate },
  };
  return { request, trainer, data, weights, update, batch };
}

/** The mean loss of a line over rows of the data, without arrays in between. */
function lineRow(): BenchRow {
  const { request, data, weights, update, batch } = sectionOf('line-fit');
  const taken = section(request).compute(0).lossCount;
  const everything = Int32Array.from({ length: examples }, (_, row) => row);
  let sink = 0;
  const lossOf = (rows: Int32Array, w1: number, w2: number): number => {
    let sum = 0;
    for (const row of rows) {
      const error = w1 * data.x1[row] + w2 - data.y[row];
      sum += error * error;
    }
    return sum / rows.length;
  };
  const straight = (): void => {
    for (let at = 0; at < taken / 2; at++) {
      const [w1, w2] = [weights[0] + at * update[0], weights[1] + at * update[1]];
      sink += lossOf(everything, w1, w2) + lossOf(batch, w1, w2);
    }
  };
  const ours = fastest(() => {
    sink += section(request).compute(0).lossCount;
  });
  const reference = fastest(straight);
  if (!Number.isFinite(sink)) throw new Error('The losses are not finite.');
  return { name: 'section: 200 losses of a line, N = 1,000, ms', ours, reference, ratio: ours / reference, goal: 3 };
}

/** Of a network, against the same losses asked for by themselves. */
function networkRow(): BenchRow {
  const { request, trainer, weights, update } = sectionOf('circles');
  const taken = section(request).compute(0).lossCount;
  const points = new Float64Array(weights.length * Math.ceil(taken / 2));
  for (let at = 0; at < points.length; at++)
    points[at] = weights[at % weights.length] + (at / points.length) * update[at % weights.length];
  const ours = fastest(() => section(request).compute(0));
  const reference = fastest(() => trainer.losses(points));
  return {
    name: 'section: 200 losses of a network, N = 1,000, ms',
    ours,
    reference,
    ratio: ours / reference,
    goal: 2.5,
  };
}

const frame = 1000 / 60;

function limitRow(): BenchRow {
  const config = configOf('line-fit');
  const { examples: data } = new Trainer().start(config);
  const ours = fastest(() => largestStableRate(config, hyperparameters, data));
  return { name: 'limit of one batch size, N = 1,000, ms', ours, reference: frame, ratio: ours / frame, goal: 1 };
}

export const benchSection = (): readonly BenchRow[] => [lineRow(), networkRow(), limitRow()];
