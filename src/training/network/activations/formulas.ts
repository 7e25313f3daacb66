// The activations as text, by key: f(z), z the sum. Apart from their arithmetic, which only those need who train a network.

import type { ActivationId } from './index.ts';

export const activationFormulas: Readonly<Record<ActivationId, string>> = {
  tanh: 'tanh z',
  relu: 'max(0, z)',
  'leaky-relu': 'z where z > 0, else 0.01 z',
  sigmoid: '1 / (1 + exp(−z))',
  softplus: 'log(1 + exp(z))',
  gelu: 'z P(z), P the normal distribution',
  linear: 'z',
};
