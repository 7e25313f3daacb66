// A plane through the origin: prediction = w1 x1 + w2 x2.

import type { Model } from '../model.ts';

export const plane: Model = {
  formula: 'w1 x1 + w2 x2',
  notation: { forward: ['prediction = w1 * x1 + w2 * x2'], backward: [], byW1: 'x1', byW2: 'x2' },
  features: 2,
  isLinear: true,
  predict(w1, w2, { count, x1, x2 }, prediction) {
    for (let i = 0; i < count; i++) prediction[i] = w1 * x1[i] + w2 * x2[i];
  },
  derivative(_w1, _w2, { count, x1, x2 }, byW1, byW2) {
    for (let i = 0; i < count; i++) {
      byW1[i] = x1[i];
      byW2[i] = x2[i];
    }
  },
  secondDerivative(_w1, _w2, { count }, byW1W1, byW1W2, byW2W2) {
    byW1W1.fill(0, 0, count);
    byW1W2.fill(0, 0, count);
    byW2W2.fill(0, 0, count);
  },
};
