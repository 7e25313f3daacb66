// Two arms of a spiral, half a turn apart, after TensorFlow Playground's at half its size: point i of m on an arm has the radius
// 2.5 i/m and has turned 1.75 i/m times. i begins at 1: at 0 both arms would share the centre, where no loss can vanish.

import { cos, sin } from '../../elementary.ts';
import { allocateExamples } from '../../examples.ts';
import type { NetworkData } from '../networkData.ts';

export const spirals: NetworkData = {
  title: 'Two spirals',
  formula: 'r = 2.5 t, turned by 1.75 t turns, t from 0 to 1; y = 1 on one arm, 0 on the other, half a turn away',
  lesson: 'Each arm winds around the centre one and three quarter times, and the boundary has to wind with them.',
  features: 2,
  classes: 2,
  noiseMoves: ['points'],
  noiseMeaning: { points: 'how far a point is moved, at most half of this along each axis' },
  defaults: { examples: 200, noise: 0 },
  sample(count, noise, _moves, random) {
    const examples = allocateExamples(count);
    const longest = Math.ceil(count / 2);
    for (let row = 0; row < count; row++) {
      const arm = row % 2;
      const share = (Math.floor(row / 2) + 1) / longest;
      const angle = 3.5 * Math.PI * share + arm * Math.PI;
      examples.x1[row] = 2.5 * share * sin(angle) + noise * random.uniform(-0.5, 0.5);
      examples.x2[row] = 2.5 * share * cos(angle) + noise * random.uniform(-0.5, 0.5);
      examples.y[row] = 1 - arm;
    }
    return examples;
  },
};
