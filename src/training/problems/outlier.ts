// Outlier: a line fit in which the first example lies far off the line.

import { sampleCurve } from '../datasets/curve.ts';
import type { LossId } from '../losses/index.ts';
import type { PairProblem } from '../problem.ts';

/** Where the wild point is. The line passes 10 above it. */
const wild = { x: 1.5, y: -8.2 } as const;

const formulas = {
  mse: '(w1 x + w2 − y)²',
  mae: '|w1 x + w2 − y|',
  huber: 'r²/2 up to |r| = 1, then |r| − 1/2, for r = w1 x + w2 − y',
} as const;

export const outlier: PairProblem = {
  title: 'Outlier',
  family: 'bowl',
  formula: ({ loss }) => formulas[loss as keyof typeof formulas],
  lesson:
    'With squared error one wild example pulls with the whole of its distance and shifts the minimum; with absolute or Huber loss it pulls no harder than any other far example.',
  model: () => 'line',
  loss: ({ loss }) => loss as LossId,
  takes: { features: 1, target: 'number' },
  fields: [
    {
      kind: 'choice',
      name: 'loss',
      label: 'Loss',
      default: 'mse',
      choices: [
        { value: 'mse', label: 'squared error' },
        { value: 'mae', label: 'absolute error' },
        { value: 'huber', label: 'Huber' },
      ],
    },
  ],
  defaults: { examples: 40, noise: 0.3, learningRate: 0.05, batchSize: 8 },
  noiseMeaning: () => 'standard deviation of the other targets around the line',
  domain: () => ({ x: [-1.8, 3], y: [-1.5, 2.1] }),
  start: () => [-1.3, -0.9],
  generate(count, noise, _settings, random) {
    const examples = sampleCurve(count, [-2, 2], (x) => x + 0.3, noise, random);
    examples.x1[0] = wild.x;
    examples.y[0] = wild.y;
    return examples;
  },
};
