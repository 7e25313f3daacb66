// The models in the notation of expression.ts: the prediction of a batch and its derivatives by the two weights.

import type { ModelId } from '../../training/models/index.ts';

export interface ModelFormulas {
  /** The forward pass; the last line is the prediction, earlier ones are kept for the backward pass. */
  readonly forward: readonly string[];
  /** What the backward pass needs besides. */
  readonly backward: readonly string[];
  readonly byW1: string;
  readonly byW2: string;
}

export const modelFormulas: Readonly<Record<ModelId, ModelFormulas>> = {
  line: { forward: ['prediction = w1 * x + w2'], backward: [], byW1: 'x', byW2: '1' },
  plane: { forward: ['prediction = w1 * x1 + w2 * x2'], backward: [], byW1: 'x1', byW2: 'x2' },
  product: { forward: ['prediction = w2 * (w1 * x)'], backward: [], byW1: 'w2 * x', byW2: 'w1 * x' },
  sine: {
    forward: ['prediction = sin(w1 * x + w2)'],
    backward: ['slope = cos(w1 * x + w2)'],
    byW1: 'slope * x',
    byW2: 'slope',
  },
  location: {
    forward: ['prediction = (w1 - x1) ** 2 + (w2 - x2) ** 2'],
    backward: [],
    byW1: '2 * (w1 - x1)',
    byW2: '2 * (w2 - x2)',
  },
  'tanh-neuron': {
    forward: ['activation = tanh(w1 * x)', 'prediction = w2 * activation'],
    backward: [],
    byW1: 'w2 * (1 - activation ** 2) * x',
    byW2: 'activation',
  },
  'relu-neuron': {
    forward: ['total = w1 * x + w2', 'prediction = relu(total)'],
    backward: ['slope = where(total > 0, 1, 0)'],
    byW1: 'slope * x',
    byW2: 'slope',
  },
  'sigmoid-neuron': {
    forward: ['prediction = sigmoid(w1 * x + w2)'],
    backward: ['slope = prediction * (1 - prediction)'],
    byW1: 'slope * x',
    byW2: 'slope',
  },
  decay: {
    forward: ['remaining = exp(-w2 * x)', 'prediction = w1 * remaining'],
    backward: [],
    byW1: 'remaining',
    byW2: '-w1 * x * remaining',
  },
};
