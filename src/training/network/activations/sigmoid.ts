// The logistic function: from 0 to 1, its slope at most 1/4.

import { sigmoid as logistic } from '../../elementary.ts';
import type { Activation } from '../activation.ts';

export const sigmoid: Activation = {
  derivativeFormula: 'a (1 − a)',
  largestSlope: 0.25,
  gain: 1,
  value(sum, count, value) {
    for (let i = 0; i < count; i++) value[i] = logistic(sum[i]);
  },
  derivative(_sum, value, count, slope) {
    for (let i = 0; i < count; i++) slope[i] = value[i] * (1 - value[i]);
  },
  secondDerivative(_sum, value, count, bend) {
    for (let i = 0; i < count; i++) bend[i] = value[i] * (1 - value[i]) * (1 - 2 * value[i]);
  },
};
