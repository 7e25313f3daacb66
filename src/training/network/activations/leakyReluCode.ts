// Leaky ReLU as code says it.

import type { ActivationCode } from '../activationCode.ts';

export const leakyReluCode: ActivationCode = {
  value: 'where(z > 0, z, 0.01 * z)',
  slope: 'where(z > 0, 1, 0.01)',
  torchLayer: 'torch.nn.LeakyReLU(0.01)',
  // Keras's own passes its slope through float32.
  kerasArgument: 'lambda z: tf.where(z > 0, z, 0.01 * z)',
  // No gradient passes through a comparison there.
  tfjs: 'z.leakyRelu(0.01)',
};
