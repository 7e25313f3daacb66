// The activations as code, by key.

import type { ActivationCode } from '../activationCode.ts';
import { geluCode } from './gelu.ts';
import type { ActivationId } from './index.ts';
import { leakyReluCode } from './leakyRelu.ts';
import { linearCode } from './linear.ts';
import { reluCode } from './relu.ts';
import { sigmoidCode } from './sigmoid.ts';
import { softplusCode } from './softplus.ts';
import { tanhCode } from './tanh.ts';

export const activationCodes: Readonly<Record<ActivationId, ActivationCode>> = {
  tanh: tanhCode,
  relu: reluCode,
  'leaky-relu': leakyReluCode,
  sigmoid: sigmoidCode,
  softplus: softplusCode,
  gelu: geluCode,
  linear: linearCode,
};
