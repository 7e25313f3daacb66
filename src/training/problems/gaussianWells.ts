// Gaussian wells: every example digs a well of width 0.6 where it stands, and the loss is the mean of the wells.

import { sampleTwoClouds } from '../datasets/twoClouds.ts';
import type { PairProblem } from '../problem.ts';

export const gaussianWells: PairProblem = {
  title: 'Gaussian wells',
  family: 'minima',
  formula: () => '1 − exp(−((w1 − x1)² + (w2 − x2)²) / (2 · 0.6²))',
  lesson:
    'The surface of a mini-batch is the wells of its examples, so small batches can carry the weights out of a local minimum that would hold full-batch descent for good.',
  model: () => 'location',
  loss: () => 'welsch',
  takes: { features: 2, target: null },
  fields: [],
  defaults: { examples: 120, noise: 0.35, learningRate: 0.7, batchSize: 2 },
  noiseMeaning: () => 'spread of each cloud',
  domain: () => ({ x: [-2.4, 2.4], y: [-1.8, 1.8] }),
  start: () => [1.7, 0.9],
  generate: (count, noise, _settings, random) => sampleTwoClouds(count, noise, random),
};
