// Line fit: least squares with a feature whose distance from zero can be chosen.
// Hessian 2 [[1 + offset², offset], [offset, 1]]: a round bowl at offset 0, condition number 727 at offset 5.

import { sampleShiftedLine } from '../datasets/shiftedLine.ts';
import type { PairProblem } from '../problem.ts';

const line = { slope: 0.6, height: 1 } as const;

export const lineFit: PairProblem = {
  title: 'Line fit',
  family: 'valley',
  formula: () => '(w1 x + w2 − y)²',
  lesson:
    'Every point pulls the line toward itself; a feature far from zero stretches the bowl of the loss into a long valley, and standardising it undoes that.',
  model: () => 'line',
  loss: () => 'mse',
  takes: { features: 1, target: 'number' },
  fields: [
    { kind: 'number', name: 'offset', label: 'Offset of the feature', default: 1, min: 0, max: 5 },
    { kind: 'switch', name: 'standardised', label: 'Standardise the feature', default: false },
  ],
  defaults: { examples: 100, noise: 0.5, learningRate: 0.1, batchSize: 8 },
  noiseMeaning: () => 'standard deviation of the target around the line',
  // Holds the minimum, (0.6, 1 − 0.6 offset), for every offset, and the top of Adam's way there, at 2.15.
  domain: () => ({ x: [-2.8, 3.6], y: [-2.4, 2.4] }),
  start: () => [-1.8, 1.2],
  generate: (count, noise, { offset, standardised }, random) =>
    sampleShiftedLine(count, line, standardised ? 0 : (offset as number), noise, random),
};
