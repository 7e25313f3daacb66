// Four quadrants, opposite ones of one class, after TensorFlow Playground's exclusive or at half its size: uniform within
// 2.5 of the centre, then 0.15 away from the axes. Noise moves the place at which a point's label is read, or the point itself.

import { allocateExamples } from '../../examples.ts';
import { eitherNoise } from '../eitherNoise.ts';
import type { NetworkData } from '../networkData.ts';

const reach = 2.5;
const gap = 0.15;

const apart = (x: number): number => x + (x > 0 ? gap : -gap);

export const xor: NetworkData = {
  title: 'XOR',
  formula: 'y = 1 where x1 x2 ≥ 0, else 0',
  lesson:
    'Neither feature alone says anything about the class: only the two together do, which takes a hidden layer or the input x1 x2.',
  features: 2,
  classes: 2,
  ...eitherNoise,
  defaults: { examples: 200, noise: 0 },
  sample(count, noise, moves, random) {
    const examples = allocateExamples(count);
    for (let row = 0; row < count; row++) {
      const [x1, x2] = [apart(random.uniform(-reach, reach)), apart(random.uniform(-reach, reach))];
      const [at1, at2] = [x1 + noise * random.uniform(-reach, reach), x2 + noise * random.uniform(-reach, reach)];
      examples.x1[row] = moves === 'points' ? at1 : x1;
      examples.x2[row] = moves === 'points' ? at2 : x2;
      examples.y[row] = (moves === 'points' ? x1 * x2 : at1 * at2) >= 0 ? 1 : 0;
    }
    return examples;
  },
};
