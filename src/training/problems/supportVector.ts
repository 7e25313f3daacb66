// Support vector: two clusters parted by a line through (0, 0), hinge loss without regularisation.

import { sampleClusters } from '../datasets/clusters.ts';
import type { PairProblem } from '../problem.ts';

export const supportVector: PairProblem = {
  title: 'Support vector',
  family: 'bowl',
  formula: () => 'max(0, 1 − (2y − 1)(w1 x1 + w2 x2))',
  lesson:
    'An example on the right side beyond the margin has no gradient; only those inside the margin or on the wrong side pull at the weights.',
  model: () => 'plane',
  loss: () => 'hinge',
  takes: { features: 2, target: 'classes', isCentred: true },
  fields: [{ kind: 'number', name: 'margin', label: 'Distance between the clusters', default: 2, min: 0.5, max: 2.5 }],
  defaults: { examples: 100, noise: 0.7, learningRate: 0.1, batchSize: 8 },
  noiseMeaning: () => 'spread of each cluster',
  domain: () => ({ x: [-2.2, 5], y: [-2, 3.4] }),
  start: () => [-1.4, 1.8],
  generate: (count, noise, { margin }, random) => sampleClusters(count, margin as number, noise, random),
};
