// Two half circles of radius 1.5 that reach into each other: a lower one, and the same turned by half a turn and moved by
// (1.5, -0.6), the two together around the centre of the view. Noise is the standard deviation of a point along each axis.

import { cos, sin } from '../../elementary.ts';
import { allocateExamples } from '../../examples.ts';
import type { NetworkData } from '../networkData.ts';

const radius = 1.5;
/** Half of what the second is moved by. */
const [shift1, shift2] = [0.75, -0.3];

export const moons: NetworkData = {
  title: 'Moons',
  formula: 'y = 0 on the half circle that opens upwards, 1 on the one that opens downwards',
  lesson: 'The two half circles reach into each other, so a boundary that parts them has to bend.',
  features: 2,
  classes: 2,
  noiseMoves: ['points'],
  noiseMeaning: { points: 'standard deviation of the points along each axis' },
  defaults: { examples: 200, noise: 0.15 },
  sample(count, noise, _moves, random) {
    const examples = allocateExamples(count);
    for (let row = 0; row < count; row++) {
      const target = row % 2;
      const side = target === 0 ? -1 : 1;
      const angle = random.uniform(0, Math.PI);
      examples.x1[row] = side * (radius * cos(angle) + shift1) + noise * random.normal();
      examples.x2[row] = side * (radius * sin(angle) + shift2) + noise * random.normal();
      examples.y[row] = target;
    }
    return examples;
  },
};
