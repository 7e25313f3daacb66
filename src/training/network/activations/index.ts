// The activations by key. A key is also the value in links and the name in tests.

import type { Activation } from '../activation.ts';
import { gelu } from './gelu.ts';
import { leakyRelu } from './leakyRelu.ts';
import { linear } from './linear.ts';
import { relu } from './relu.ts';
import { sigmoid } from './sigmoid.ts';
import { softplus } from './softplus.ts';
import { tanh } from './tanh.ts';

export const activations = {
  tanh,
  relu,
  'leaky-relu': leakyRelu,
  sigmoid,
  softplus,
  gelu,
  linear,
} as const satisfies Record<string, Activation>;

export type ActivationId = keyof typeof activations;
