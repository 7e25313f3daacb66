// Two linear layers of one unit each, without biases: prediction = w2 (w1 x).

import type { Model } from '../model.ts';

export const product: Model = {
  formula: 'w2 (w1 x)',
  notation: { forward: ['prediction = w2 * (w1 * x)'], backward: [], byW1: 'w2 * x', byW2: 'w1 * x' },
  features: 1,
  isLinear: false,
  predict(w1, w2, { count, x1 }, prediction) {
    for (let i = 0; i < count; i++) prediction[i] = w2 * (w1 * x1[i]);
  },
  derivative(w1, w2, { count, x1 }, byW1, byW2) {
    for (let i = 0; i < count; i++) {
      byW1[i] = w2 * x1[i];
      byW2[i] = w1 * x1[i];
    }
  },
  secondDerivative(_w1, _w2, { count, x1 }, byW1W1, byW1W2, byW2W2) {
    byW1W1.fill(0, 0, count);
    byW2W2.fill(0, 0, count);
    for (let i = 0; i < count; i++) byW1W2[i] = x1[i];
  },
};
