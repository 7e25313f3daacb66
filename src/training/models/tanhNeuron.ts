// A tanh unit with an output weight: prediction = w2 tanh(w1 x), with tanh' = 1 - tanh².

import { tanh } from '../elementary.ts';
import type { Model } from '../model.ts';

export const tanhNeuron: Model = {
  formula: 'w2 tanh(w1 x)',
  notation: {
    forward: ['activation = tanh(w1 * x)', 'prediction = w2 * activation'],
    backward: [],
    byW1: 'w2 * (1 - activation ** 2) * x',
    byW2: 'activation',
  },
  features: 1,
  isLinear: false,
  predict(w1, w2, { count, x1 }, prediction, kept = prediction) {
    for (let i = 0; i < count; i++) {
      const activation = tanh(w1 * x1[i]);
      kept[i] = activation;
      prediction[i] = w2 * activation;
    }
  },
  derivative(w1, w2, { count, x1 }, byW1, byW2, kept) {
    for (let i = 0; i < count; i++) {
      const x = x1[i];
      const activation = kept === undefined ? tanh(w1 * x) : kept[i];
      byW1[i] = w2 * (1 - activation * activation) * x;
      byW2[i] = activation;
    }
  },
  secondDerivative(w1, w2, { count, x1 }, byW1W1, byW1W2, byW2W2) {
    byW2W2.fill(0, 0, count);
    for (let i = 0; i < count; i++) {
      const x = x1[i];
      const activation = tanh(w1 * x);
      const slope = 1 - activation * activation;
      byW1W1[i] = -2 * w2 * activation * slope * x * x;
      byW1W2[i] = slope * x;
    }
  },
};
