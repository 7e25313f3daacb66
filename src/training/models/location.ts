// The squared distance from the weights, a point in the plane, to the example: (w1 - x1)² + (w2 - x2)².

import type { Model } from '../model.ts';

export const location: Model = {
  formula: '(w1 − x1)² + (w2 − x2)²',
  notation: {
    forward: ['prediction = (w1 - x1) ** 2 + (w2 - x2) ** 2'],
    backward: [],
    byW1: '2 * (w1 - x1)',
    byW2: '2 * (w2 - x2)',
  },
  features: 2,
  isLinear: false,
  predict(w1, w2, { count, x1, x2 }, prediction) {
    for (let i = 0; i < count; i++) {
      const d1 = w1 - x1[i];
      const d2 = w2 - x2[i];
      prediction[i] = d1 * d1 + d2 * d2;
    }
  },
  derivative(w1, w2, { count, x1, x2 }, byW1, byW2) {
    for (let i = 0; i < count; i++) {
      byW1[i] = 2 * (w1 - x1[i]);
      byW2[i] = 2 * (w2 - x2[i]);
    }
  },
  secondDerivative(_w1, _w2, { count }, byW1W1, byW1W2, byW2W2) {
    byW1W1.fill(2, 0, count);
    byW1W2.fill(0, 0, count);
    byW2W2.fill(2, 0, count);
  },
};
