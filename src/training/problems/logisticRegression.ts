// Logistic regression: two overlapping clusters parted by a line through (0, 0), cross-entropy.

import { sampleClusters } from '../datasets/clusters.ts';
import type { PairProblem } from '../problem.ts';

export const logisticRegression: PairProblem = {
  title: 'Logistic regression',
  family: 'bowl',
  formula: () => '−y log s(w1 x1 + w2 x2) − (1 − y) log(1 − s(w1 x1 + w2 x2))',
  lesson:
    'The direction of the weights turns the boundary and their length makes it sharper; the less the clusters overlap, the farther out the minimum lies, and where a line parts them there is none.',
  model: () => 'plane',
  loss: () => 'bce',
  takes: { features: 2, target: 'classes', isCentred: true },
  fields: [{ kind: 'number', name: 'margin', label: 'Distance between the clusters', default: 2, min: 0.5, max: 4 }],
  defaults: { examples: 100, noise: 1, learningRate: 0.5, batchSize: 8 },
  noiseMeaning: () => 'spread of each cluster',
  domain({ margin }) {
    // The minimum lies near (0.9, 0.45) margin for clusters of spread 1.
    const size = margin as number;
    const width = 4 + 1.8 * size;
    return { x: [-2 - 0.2 * size, 2 + 1.6 * size], y: [-1.2 - 0.2 * size, 0.75 * width - 1.2 - 0.2 * size] };
  },
  start: () => [-1.6, 2.2],
  generate: (count, noise, { margin }, random) => sampleClusters(count, margin as number, noise, random),
};
