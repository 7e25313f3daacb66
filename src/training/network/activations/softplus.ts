// Softplus log(1 + e^z), a rounded ReLU. Past z = 20 it is z itself, as in torch.nn.Softplus: the rest is below 2.1e-9.
// Written with e = exp(-|z|), which cannot overflow: max(z, 0) + log(1 + e).

import { exp, log1p, sigmoid } from '../../elementary.ts';
import type { Activation } from '../activation.ts';

const threshold = 20;

export const softplus: Activation = {
  derivativeFormula: '1 / (1 + exp(−z))',
  largestSlope: 1,
  gain: 1,
  value(sum, count, value) {
    for (let i = 0; i < count; i++) {
      const z = sum[i];
      value[i] = z > threshold ? z : Math.max(z, 0) + log1p(exp(-Math.abs(z)));
    }
  },
  backward(sum, value, count, delta, squares, at) {
    let ofValues = squares[at];
    let ofDeltas = squares[at + 1];
    for (let i = 0; i < count; i++) {
      const a = value[i];
      const bent = delta[i] * (sum[i] > threshold ? 1 : sigmoid(sum[i]));
      delta[i] = bent;
      ofValues += a * a;
      ofDeltas += bent * bent;
    }
    squares[at] = ofValues;
    squares[at + 1] = ofDeltas;
  },
  secondDerivative(sum, _value, count, bend) {
    for (let i = 0; i < count; i++) {
      // s (1 - s) as s(z) s(-z), which keeps its digits where s is close to 1.
      bend[i] = sum[i] > threshold ? 0 : sigmoid(sum[i]) * sigmoid(-sum[i]);
    }
  },
};
