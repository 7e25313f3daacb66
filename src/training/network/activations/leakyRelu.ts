// Leaky ReLU: like ReLU, but a hundredth of the sum where it is not positive, so that no unit dies. As torch.nn.LeakyReLU.

import type { Activation } from '../activation.ts';

const leak = 0.01;

export const leakyRelu: Activation = {
  derivativeFormula: '1 where z > 0, else 0.01',
  largestSlope: 1,
  gain: Math.sqrt(2 / (1 + leak * leak)),
  value(sum, count, value) {
    for (let i = 0; i < count; i++) value[i] = sum[i] > 0 ? sum[i] : leak * sum[i];
  },
  backward(sum, value, count, delta, squares, at) {
    let ofValues = squares[at];
    let ofDeltas = squares[at + 1];
    for (let i = 0; i < count; i++) {
      const a = value[i];
      const bent = delta[i] * (sum[i] > 0 ? 1 : leak);
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
