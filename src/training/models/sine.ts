// A sine wave of frequency w1 and phase w2: prediction = sin(w1 x + w2).

import { cos, sin } from '../elementary.ts';
import type { Model } from '../model.ts';

export const sine: Model = {
  formula: 'sin(w1 x + w2)',
  notation: {
    forward: ['prediction = sin(w1 * x + w2)'],
    backward: ['slope = cos(w1 * x + w2)'],
    byW1: 'slope * x',
    byW2: 'slope',
  },
  features: 1,
  isLinear: false,
  predict(w1, w2, { count, x1 }, prediction) {
    for (let i = 0; i < count; i++) prediction[i] = sin(w1 * x1[i] + w2);
  },
  derivative(w1, w2, { count, x1 }, byW1, byW2) {
    for (let i = 0; i < count; i++) {
      const x = x1[i];
      const slope = cos(w1 * x + w2);
      byW1[i] = slope * x;
      byW2[i] = slope;
    }
  },
  secondDerivative(w1, w2, { count, x1 }, byW1W1, byW1W2, byW2W2) {
    for (let i = 0; i < count; i++) {
      const x = x1[i];
      const bend = -sin(w1 * x + w2);
      byW1W1[i] = bend * x * x;
      byW1W2[i] = bend * x;
      byW2W2[i] = bend;
    }
  },
};
