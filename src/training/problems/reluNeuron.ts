// ReLU neuron: one rectified unit, least squares. Below w2 = -2 |w1| it is off for every example.

import { sampleCurve } from '../datasets/curve.ts';
import type { PairProblem } from '../problem.ts';

export const reluNeuron: PairProblem = {
  title: 'ReLU neuron',
  family: 'neuron',
  formula: () => '(relu(w1 x + w2) − y)²',
  lesson:
    'Where the neuron is off for every example the gradient is exactly zero: with plain gradient descent a step that lands there is the last one that moves the weights.',
  model: () => 'relu-neuron',
  loss: () => 'mse',
  takes: { features: 1, target: 'number' },
  fields: [],
  defaults: { examples: 60, noise: 0.1, learningRate: 0.1, batchSize: 8 },
  noiseMeaning: () => 'standard deviation of the noise in the target',
  domain: () => ({ x: [-3.2, 3.2], y: [-2.7, 2.1] }),
  start: () => [-0.6, 1.6],
  generate: (count, noise, _settings, random) =>
    sampleCurve(count, [-2, 2], (x) => Math.max(0, 1.5 * x - 0.5), noise, random),
};
