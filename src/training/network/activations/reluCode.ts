// ReLU as code says it.

import type { ActivationCode } from '../activationCode.ts';

export const reluCode: ActivationCode = {
  value: 'relu(z)',
  slope: 'where(z > 0, 1, 0)',
  torchLayer: 'torch.nn.ReLU()',
  kerasArgument: '"relu"',
};
