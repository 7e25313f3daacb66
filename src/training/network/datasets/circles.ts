// A disc and the ring around it, after TensorFlow Playground's circle at half its size: radius uniform up to 1.25 inside,
// from 1.75 to 2.5 outside. Noise moves the place at which a point's label is read, or the point itself.

import { cos, sin } from '../../elementary.ts';
import { allocateExamples } from '../../examples.ts';
import { eitherNoise } from '../eitherNoise.ts';
import type { NetworkData } from '../networkData.ts';

const radius = 2.5;

export const circles: NetworkData = {
  title: 'Circles',
  formula: 'y = 1 where x1² + x2² < 1.25², else 0',
  lesson:
    'No straight line parts a disc from the ring around it, so without a hidden layer x1 and x2 alone will not do.',
  features: 2,
  classes: 2,
  ...eitherNoise,
  defaults: { examples: 200, noise: 0 },
  sample(count, noise, moves, random) {
    const examples = allocateExamples(count);
    for (let row = 0; row < count; row++) {
      const isInside = row % 2 === 0;
      const distance = isInside ? random.uniform(0, 0.5 * radius) : random.uniform(0.7 * radius, radius);
      const angle = random.uniform(0, 2 * Math.PI);
      const [x1, x2] = [distance * sin(angle), distance * cos(angle)];
      const [away1, away2] = [noise * random.uniform(-radius, radius), noise * random.uniform(-radius, radius)];
      const [at1, at2] = [x1 + away1, x2 + away2];
      examples.x1[row] = moves === 'points' ? at1 : x1;
      examples.x2[row] = moves === 'points' ? at2 : x2;
      const isLabelledInside = moves === 'points' ? isInside : at1 * at1 + at2 * at2 < 0.25 * radius * radius;
      examples.y[row] = isLabelledInside ? 1 : 0;
    }
    return examples;
  },
};
