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
  backward(_sum, value, count, delta, squares, at) {
    let ofValues = squares[at];
    let ofDeltas = squares[at + 1];
    for (let i = 0; i < count; i++) {
      const a = value[i];
      const bent = delta[i] * (1 - a * a);
      delta[i] = bent;
      ofValues += a * a;
      ofDeltas += bent * bent;
    }
    squares[at] = ofValues;
    squares[at + 1] = ofDeltas;
  },
  secondDerivative(_sum, value, count, bend) {
    for (let i = 0; i < count; i++) bend[i] = -2 * value[i] * (1 - value[i] * value[i]);
  },
};
