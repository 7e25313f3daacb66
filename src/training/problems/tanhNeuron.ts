// Tanh neuron: a hidden unit and its output weight, least squares.

import { sampleCurve } from '../datasets/curve.ts';
import { tanh } from '../elementary.ts';
import type { PairProblem } from '../problem.ts';

export const tanhNeuron: PairProblem = {
  title: 'Tanh neuron',
  family: 'neuron',
  formula: () => '(w2 tanh(w1 x) − y)²',
  lesson:
    'Changing the sign of both weights changes no prediction, so every minimum has a twin, and a saddle lies between the two.',
  model: () => 'tanh-neuron',
  loss: () => 'mse',
  takes: { features: 1, target: 'number', isCentred: true },
  fields: [],
  defaults: { examples: 80, noise: 0.2, learningRate: 0.1, batchSize: 8 },
  noiseMeaning: () => 'standard deviation of the noise in the target',
  domain: () => ({ x: [-3.2, 3.2], y: [-2.4, 2.4] }),
  start: () => [1.2, -1.6],
  generate: (count, noise, _settings, random) => sampleCurve(count, [-2, 2], (x) => 1.1 * tanh(1.3 * x), noise, random),
};
