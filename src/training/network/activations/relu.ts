// Rectified linear unit: the sum where it is positive, else 0; its slope at 0 is 0, as in PyTorch.

import type { Activation } from '../activation.ts';

export const relu: Activation = {
  derivativeFormula: '1 where z > 0, else 0',
  largestSlope: 1,
  gain: Math.sqrt(2),
  value(sum, count, value) {
    for (let i = 0; i < count; i++) value[i] = Math.max(sum[i], 0);
  },
  backward(sum, value, count, delta, squares, at) {
    let ofValues = squares[at];
    let ofDeltas = squares[at + 1];
    for (let i = 0; i < count; i++) {
      const a = value[i];
      const bent = delta[i] * (sum[i] > 0 ? 1 : 0);
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
