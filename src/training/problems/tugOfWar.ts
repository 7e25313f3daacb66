// Tug of war: the weights are a point among the examples, and the loss is the squared distance to each of them.

import { sampleCloud } from '../datasets/cloud.ts';
import type { PairProblem } from '../problem.ts';

export const tugOfWar: PairProblem = {
  title: 'Tug of war',
  family: 'bowl',
  formula: () => '(w1 − x1)² + (w2 − x2)²',
  lesson:
    'Every example pulls the weights toward itself; plain gradient descent follows the mean pull of the mini-batch.',
  model: () => 'location',
  loss: () => 'identity',
  takes: { features: 2, target: null },
  fields: [],
  defaults: { examples: 60, noise: 1, learningRate: 0.1, batchSize: 8 },
  noiseMeaning: () => 'spread of the cloud',
  domain: () => ({ x: [-3.2, 3.2], y: [-2.4, 2.4] }),
  start: () => [-2.4, 1.8],
  generate: (count, noise, _settings, random) => sampleCloud(count, noise, random),
};
