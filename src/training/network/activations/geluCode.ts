// GELU as code says it.

import type { ActivationCode } from '../activationCode.ts';

export const geluCode: ActivationCode = {
  value: 'z * cdf(z)',
  slope: 'cdf(z) + z * pdf(z)',
  torchLayer: 'torch.nn.GELU()',
  kerasArgument: '"gelu"',
  torch: 'torch.nn.functional.gelu(z)',
  tensorflow: 'tf.nn.gelu(z)',
};
