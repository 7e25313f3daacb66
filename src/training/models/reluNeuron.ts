// A rectified linear unit: prediction = max(0, w1 x + w2). At the kink itself the slope is 0, as in PyTorch.

import type { Model } from '../model.ts';

export const reluNeuron: Model = {
  formula: 'relu(w1 x + w2)',
  notation: {
    forward: ['total = w1 * x + w2', 'prediction = relu(total)'],
    backward: ['slope = where(total > 0, 1, 0)'],
    byW1: 'slope * x',
    byW2: 'slope',
  },
  features: 1,
  isLinear: false,
  predict(w1, w2, { count, x1 }, prediction) {
    for (let i = 0; i < count; i++) {
      const sum = w1 * x1[i] + w2;
      prediction[i] = Math.max(sum, 0);
    }
  },
  derivative(w1, w2, { count, x1 }, byW1, byW2) {
    for (let i = 0; i < count; i++) {
      const x = x1[i];
      const slope = w1 * x + w2 <= 0 ? 0 : 1;
      byW1[i] = slope * x;
      byW2[i] = slope;
    }
  },
  secondDerivative(_w1, _w2, { count }, byW1W1, byW1W2, byW2W2) {
    byW1W1.fill(0, 0, count);
    byW1W2.fill(0, 0, count);
    byW2W2.fill(0, 0, count);
  },
};
