// The hyperbolic tangent as code says it.

import type { ActivationCode } from '../activationCode.ts';

export const tanhCode: ActivationCode = {
  value: 'tanh(z)',
  slope: '1 - a ** 2',
  torchLayer: 'torch.nn.Tanh()',
  kerasArgument: '"tanh"',
};
