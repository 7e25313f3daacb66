// Gaussian error linear unit: z times P(z), the share of standard normal numbers below z. Exact, as torch.nn.GELU:
// P(z) = (1 + erf(z / sqrt 2)) / 2, with the density p(z) = exp(-z^2 / 2) / sqrt(2 pi) as its derivative.
// D. Hendrycks and K. Gimpel, Gaussian error linear units (2016).

import { erf } from '../../elementary/erf.ts';
import { exp } from '../../elementary.ts';
import type { Activation } from '../activation.ts';

/** 1 / sqrt(2) and 1 / sqrt(2 pi). */
const rootHalf = Math.sqrt(0.5);
const densityAtZero = 0.3989422804014327;

const below = (z: number): number => 0.5 * (1 + erf(z * rootHalf));

const density = (z: number): number => densityAtZero * exp(-0.5 * z * z);

export const gelu: Activation = {
  derivativeFormula: 'P(z) + z p(z)',
  // At z = sqrt 2.
  largestSlope: 1.128904145185155,
  // PyTorch names none; this is the one of ReLU, which GELU rounds.
  gain: Math.sqrt(2),
  value(sum, count, value) {
    for (let i = 0; i < count; i++) value[i] = sum[i] * below(sum[i]);
  },
  backward(sum, value, count, delta, squares, at) {
    let ofValues = squares[at];
    let ofDeltas = squares[at + 1];
    for (let i = 0; i < count; i++) {
      const a = value[i];
      const bent = delta[i] * (below(sum[i]) + sum[i] * density(sum[i]));
      delta[i] = bent;
      ofValues += a * a;
      ofDeltas += bent * bent;
    }
    squares[at] = ofValues;
    squares[at + 1] = ofDeltas;
  },
  secondDerivative(sum, _value, count, bend) {
    for (let i = 0; i < count; i++) {
      const z = sum[i];
      const dense = density(z);
      // The density is 0 before the square of z overflows, and 0 times infinity would be no number.
      bend[i] = dense === 0 ? 0 : (2 - z * z) * dense;
    }
  },
};
