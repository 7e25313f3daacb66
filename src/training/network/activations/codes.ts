// The activations as code, by key: in files of their own beside them, since the page wants them only for its code and its scripts.

import type { ActivationCode } from '../activationCode.ts';
import { geluCode } from './geluCode.ts';
import type { ActivationId } from './index.ts';
import { leakyReluCode } from './leakyReluCode.ts';
import { linearCode } from './linearCode.ts';
import { reluCode } from './reluCode.ts';
import { sigmoidCode } from './sigmoidCode.ts';
import { softplusCode } from './softplusCode.ts';
import { tanhCode } from './tanhCode.ts';

export const activationCodes: Readonly<Record<ActivationId, ActivationCode>> = {
  tanh: tanhCode,
  relu: reluCode,
  'leaky-relu': leakyReluCode,
  sigmoid: sigmoidCode,
  softplus: softplusCode,
  gelu: geluCode,
  linear: linearCode,
};
