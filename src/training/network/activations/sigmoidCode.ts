// The logistic function as code says it.

import type { ActivationCode } from '../activationCode.ts';

export const sigmoidCode: ActivationCode = {
  value: 'sigmoid(z)',
  slope: 'a * (1 - a)',
  torchLayer: 'torch.nn.Sigmoid()',
  kerasArgument: '"sigmoid"',
};
