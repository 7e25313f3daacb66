// Sine fit: frequency and phase of a sine wave, least squares. About a dozen local minima are in view.

import { sampleCurve } from '../datasets/curve.ts';
import { sin } from '../elementary.ts';
import type { PairProblem } from '../problem.ts';

export const sineFit: PairProblem = {
  title: 'Sine fit',
  family: 'minima',
  formula: () => '(sin(w1 x + w2) − y)²',
  lesson:
    'Waves of a wrong frequency fit in places, so the loss has many local minima, and the start decides where a run ends.',
  model: () => 'sine',
  loss: () => 'mse',
  fields: [],
  defaults: { examples: 50, noise: 0.1, learningRate: 0.1, batchSize: 8 },
  noiseMeaning: () => 'standard deviation of the target around the wave',
  domain: () => ({ x: [-4.4, 4.4], y: [-3.3, 3.3] }),
  start: () => [0.6, 1.3],
  generate: (count, noise, _settings, random) => sampleCurve(count, [-3, 3], (x) => sin(2 * x + 0.5), noise, random),
};
