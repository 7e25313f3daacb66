// Softplus as code says it.

import type { ActivationCode } from '../activationCode.ts';

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
