// No activation at all: the sum itself. Layers of linear units make one linear function, however many they are.

import type { Activation } from '../activation.ts';

export const linear: Activation = {
  derivativeFormula: '1',
  largestSlope: 1,
  gain: 1,
  value(sum, count, value) {
    for (let i = 0; i < count; i++) value[i] = sum[i];
  },
  derivative(_sum, _value, count, slope) {
    slope.fill(1, 0, count);
  },
  secondDerivative(_sum, _value, count, bend) {
    bend.fill(0, 0, count);
  },
};
