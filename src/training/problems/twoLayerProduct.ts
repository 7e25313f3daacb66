// Two-layer product: a network of two linear layers with one unit each learns y = x.
// Every point with w1 w2 = 1 is a minimum, of sharpness 2 (w1² + w2²); (0, 0) is a saddle.

import { sampleUnitPower } from '../datasets/unitPower.ts';
import type { PairProblem } from '../problem.ts';

export const twoLayerProduct: PairProblem = {
  title: 'Two-layer product',
  family: 'valley',
  formula: () => '(w2 w1 x − y)²',
  lesson:
    'Two weights that are multiplied make a saddle at zero between two curved valleys; every point of their floors fits equally well, but the valleys are steeper the farther out.',
  model: () => 'product',
  loss: () => 'mse',
  fields: [],
  defaults: { examples: 60, noise: 0.3, learningRate: 0.05, batchSize: 8 },
  noiseMeaning: () => 'standard deviation of the noise in the target',
  domain: () => ({ x: [-2.8, 2.8], y: [-2.1, 2.1] }),
  start: () => [1.8, -1.7],
  generate: (count, noise, _settings, random) => sampleUnitPower(count, noise, random),
};
