// A sigmoid unit, which predicts a probability: s = sigmoid(w1 x + w2), with s' = s (1 - s).

import { sigmoid } from '../elementary.ts';
import type { Model } from '../model.ts';

export const sigmoidNeuron: Model = {
  formula: 'sigmoid(w1 x + w2)',
  notation: {
    forward: ['prediction = sigmoid(w1 * x + w2)'],
    backward: ['slope = prediction * (1 - prediction)'],
    byW1: 'slope * x',
    byW2: 'slope',
  },
  features: 1,
  isLinear: false,
  predict(w1, w2, { count, x1 }, prediction, kept = prediction) {
    for (let i = 0; i < count; i++) {
      const probability = sigmoid(w1 * x1[i] + w2);
      kept[i] = probability;
      prediction[i] = probability;
    }
  },
  derivative(w1, w2, { count, x1 }, byW1, byW2, kept) {
    for (let i = 0; i < count; i++) {
      const x = x1[i];
      const probability = kept === undefined ? sigmoid(w1 * x + w2) : kept[i];
      const slope = probability * (1 - probability);
      byW1[i] = slope * x;
      byW2[i] = slope;
    }
  },
  secondDerivative(w1, w2, { count, x1 }, byW1W1, byW1W2, byW2W2) {
    for (let i = 0; i < count; i++) {
      const x = x1[i];
      const probability = sigmoid(w1 * x + w2);
      const bend = probability * (1 - probability) * (1 - 2 * probability);
      byW1W1[i] = bend * x * x;
      byW1W2[i] = bend * x;
      byW2W2[i] = bend;
    }
  },
};
