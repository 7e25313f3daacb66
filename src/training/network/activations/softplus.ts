// Softplus log(1 + e^z), a rounded ReLU. Past z = 20 it is z itself, as in torch.nn.Softplus: the rest is below 2.1e-9.
// Written with e = exp(-|z|), which cannot overflow: max(z, 0) + log(1 + e).

import { exp, log1p, sigmoid } from '../../elementary.ts';
import type { Activation } from '../activation.ts';
import type { ActivationCode } from '../activationCode.ts';

const threshold = 20;

export const softplus: Activation = {
  formula: 'log(1 + exp(z))',
  derivativeFormula: '1 / (1 + exp(−z))',
  largestSlope: 1,
  gain: 1,
  value(sum, count, value) {
    for (let i = 0; i < count; i++) {
      const z = sum[i];
      value[i] = z > threshold ? z : Math.max(z, 0) + log1p(exp(-Math.abs(z)));
    }
  },
  derivative(sum, _value, count, slope) {
    for (let i = 0; i < count; i++) slope[i] = sum[i] > threshold ? 1 : sigmoid(sum[i]);
  },
  secondDerivative(sum, _value, count, bend) {
    for (let i = 0; i < count; i++) {
      // s (1 - s) as s(z) s(-z), which keeps its digits where s is close to 1.
      bend[i] = sum[i] > threshold ? 0 : sigmoid(sum[i]) * sigmoid(-sum[i]);
    }
  },
};

export const softplusCode: ActivationCode = {
  value: 'where(z > 20, z, max(z, 0) + log1p(exp(-abs(z))))',
  slope: 'where(z > 20, 1, sigmoid(z))',
  torchLayer: 'torch.nn.Softplus()',
  kerasArgument: 'lambda z: tf.where(z > 20, z, tf.math.softplus(z))',
  torch: 'torch.nn.functional.softplus(z)',
  tensorflow: 'tf.where(z > 20, z, tf.math.softplus(z))',
  // Past 20 it differs from z by less than the last digit of its float32.
  tfjs: 'z.softplus()',
};
