// No activation at all: the sum itself. Layers of linear units make one linear function, however many they are.

import type { Activation } from '../activation.ts';

export const linear: Activation = {
  derivativeFormula: '1',
  largestSlope: 1,
  gain: 1,
  value(sum, count, value) {
    for (let i = 0; i < count; i++) value[i] = sum[i];
  },
  backward(_sum, value, count, delta, squares, at) {
    let ofValues = squares[at];
    let ofDeltas = squares[at + 1];
    for (let i = 0; i < count; i++) {
      const a = value[i];
      const bent = delta[i];
      delta[i] = bent;
      ofValues += a * a;
      ofDeltas += bent * bent;
    }
    squares[at] = ofValues;
    squares[at + 1] = ofDeltas;
  },
  secondDerivative(_sum, _value, count, bend) {
    bend.fill(0, 0, count);
  },
};
