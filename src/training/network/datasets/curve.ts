// A wave over one feature: x uniform from -2.5 to 2.5, y = sin(2.2 x) and noise on top, whose standard deviation is given.

import { sampleCurve } from '../../datasets/curve.ts';
import { sin } from '../../elementary.ts';
import type { NetworkData } from '../networkData.ts';

export const curve: NetworkData = {
  title: 'Curve',
  formula: 'y = sin(2.2 x)',
  lesson:
    'The function is a weighted sum of what the layer before the output draws, and a constant: it bends only where one of those bends.',
  features: 1,
  classes: 0,
  noiseMoves: ['labels'],
  noiseMeaning: { labels: 'standard deviation of the targets around the wave' },
  defaults: { examples: 100, noise: 0.1 },
  sample: (count, noise, _moves, random) => sampleCurve(count, [-2.5, 2.5], (x) => sin(2.2 * x), noise, random),
};
