// Hyperbolic tangent: from -1 to 1, steepest at 0, flat where the sum is large.

import { tanh as hyperbolicTangent } from '../../elementary.ts';
import type { Activation } from '../activation.ts';

export const tanh: Activation = {
  derivativeFormula: '1 − a²',
  largestSlope: 1,
  gain: 5 / 3,
  value(sum, count, value) {
    for (let i = 0; i < count; i++) value[i] = hyperbolicTangent(sum[i]);
  },
  derivative(_sum, value, count, slope) {
    for (let i = 0; i < count; i++) slope[i] = 1 - value[i] * value[i];
  },
  secondDerivative(_sum, value, count, bend) {
    for (let i = 0; i < count; i++) bend[i] = -2 * value[i] * (1 - value[i] * value[i]);
  },
};
