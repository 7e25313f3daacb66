// Sigmoid neuron: one unit that predicts a probability, trained on labels 0 and 1 with either of two losses.
// Cross-entropy is computed on the logit w1 x + w2, as BCEWithLogitsLoss does, so its model is the line.

import { sampleLabels } from '../datasets/labels.ts';
import type { PairProblem } from '../problem.ts';

export const sigmoidNeuron: PairProblem = {
  title: 'Sigmoid neuron',
  family: 'neuron',
  formula: ({ loss }) =>
    loss === 'bce' ? '−y log s(w1 x + w2) − (1 − y) log(1 − s(w1 x + w2))' : '(s(w1 x + w2) − y)²',
  lesson:
    'With squared error a confidently wrong neuron sits on a plateau with little gradient; with cross-entropy it is pulled back about as hard as anywhere.',
  model: ({ loss }) => (loss === 'bce' ? 'line' : 'sigmoid-neuron'),
  loss: ({ loss }) => (loss === 'bce' ? 'bce' : 'mse'),
  takes: { features: 1, target: 'classes' },
  fields: [
    {
      kind: 'choice',
      name: 'loss',
      label: 'Loss',
      default: 'mse',
      choices: [
        { value: 'mse', label: 'squared error' },
        { value: 'bce', label: 'cross-entropy' },
      ],
    },
  ],
  defaults: { examples: 80, noise: 1, learningRate: 0.5, batchSize: 8 },
  noiseMeaning: () => 'how far labels mix around x = 1/3',
  domain: () => ({ x: [-9.6, 8], y: [-7.2, 6] }),
  start: () => [-8, 0],
  generate: (count, noise, _settings, random) => sampleLabels(count, noise, random),
};
