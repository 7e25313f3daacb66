// Exponential decay from height w1 at rate w2: prediction = w1 e^(-w2 x).

import { exp } from '../elementary.ts';
import type { Model } from '../model.ts';

export const decay: Model = {
  formula: 'w1 exp(−w2 x)',
  notation: {
    forward: ['remaining = exp(-w2 * x)', 'prediction = w1 * remaining'],
    backward: [],
    byW1: 'remaining',
    byW2: '-w1 * x * remaining',
  },
  features: 1,
  isLinear: false,
  predict(w1, w2, { count, x1 }, prediction, kept = prediction) {
    for (let i = 0; i < count; i++) {
      const remaining = exp(-w2 * x1[i]);
      kept[i] = remaining;
      prediction[i] = w1 * remaining;
    }
  },
  derivative(w1, w2, { count, x1 }, byW1, byW2, kept) {
    for (let i = 0; i < count; i++) {
      const x = x1[i];
      const remaining = kept === undefined ? exp(-w2 * x) : kept[i];
      byW1[i] = remaining;
      byW2[i] = -w1 * x * remaining;
    }
  },
  secondDerivative(w1, w2, { count, x1 }, byW1W1, byW1W2, byW2W2) {
    byW1W1.fill(0, 0, count);
    for (let i = 0; i < count; i++) {
      const x = x1[i];
      const remaining = exp(-w2 * x);
      byW1W2[i] = -x * remaining;
      byW2W2[i] = w1 * x * x * remaining;
    }
  },
};
