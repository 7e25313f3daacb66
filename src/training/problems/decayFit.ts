// Decay fit: height and rate of an exponential decay, least squares.

import { sampleCurve } from '../datasets/curve.ts';
import { exp } from '../elementary.ts';
import type { PairProblem } from '../problem.ts';

export const decayFit: PairProblem = {
  title: 'Decay fit',
  family: 'valley',
  formula: () => '(w1 exp(−w2 x) − y)²',
  lesson:
    'A greater height makes up for part of a faster decay, so the valley bends, and the way down it is no straight line.',
  model: () => 'decay',
  loss: () => 'mse',
  fields: [],
  defaults: { examples: 80, noise: 0.1, learningRate: 0.1, batchSize: 8 },
  noiseMeaning: () => 'standard deviation of the target around the curve',
  domain: () => ({ x: [-0.8, 4], y: [-0.3, 3.3] }),
  start: () => [0.4, 2.8],
  generate: (count, noise, _settings, random) => sampleCurve(count, [0, 3], (x) => 2 * exp(-0.8 * x), noise, random),
};
