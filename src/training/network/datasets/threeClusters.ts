// Three round clusters, a third of a turn apart on a circle of radius 1.5. Each has along both axes the variance of TensorFlow
// Playground's Gaussian clusters at half their size, (0.5 + 7 noise) / 4.

import { allocateExamples } from '../../examples.ts';
import type { NetworkData } from '../networkData.ts';

const side = 0.75 * Math.sqrt(3);
const centres = [
  [0, 1.5],
  [-side, -0.75],
  [side, -0.75],
] as const;

export const threeClusters: NetworkData = {
  title: 'Three clusters',
  formula: 'y = 0, 1, or 2: the cluster that the point was drawn from',
  lesson:
    'With softmax every class has an output of its own and only their differences count: without a hidden layer x1 and x2 are parted by straight lines.',
  features: 2,
  classes: 3,
  noiseMoves: ['points'],
  noiseMeaning: { points: 'spread of the clusters: their variance is (0.5 + 7 noise) / 4' },
  defaults: { examples: 150, noise: 0 },
  sample(count, noise, _moves, random) {
    const examples = allocateExamples(count);
    const spread = 0.5 * Math.sqrt(0.5 + 7 * noise);
    for (let row = 0; row < count; row++) {
      const target = row % 3;
      examples.x1[row] = centres[target][0] + spread * random.normal();
      examples.x2[row] = centres[target][1] + spread * random.normal();
      examples.y[row] = target;
    }
    return examples;
  },
};
