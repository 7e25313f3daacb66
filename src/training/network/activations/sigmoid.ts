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
  backward(_sum, value, count, delta, squares, at) {
    let ofValues = squares[at];
    let ofDeltas = squares[at + 1];
    for (let i = 0; i < count; i++) {
      const a = value[i];
      const bent = delta[i] * (a * (1 - a));
      delta[i] = bent;
      ofValues += a * a;
      ofDeltas += bent * bent;
    }
    squares[at] = ofValues;
    squares[at + 1] = ofDeltas;
  },
  secondDerivative(_sum, value, count, bend) {
    for (let i = 0; i < count; i++) bend[i] = value[i] * (1 - value[i]) * (1 - 2 * value[i]);
  },
};
