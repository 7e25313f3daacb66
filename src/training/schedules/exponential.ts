// The rate falls by the same factor at every count: rate = base × γᵗ.
// Source: torch.optim.lr_scheduler.ExponentialLR, which has no default for γ.

import { powerInteger } from '../elementary.ts';
import type { Schedule } from '../schedule.ts';
import { gammaField } from './fields.ts';

type ExponentialValues = { readonly gamma: number };

export const exponential: Schedule = {
  title: 'Exponential',
  equation: 'rate = base × gammaᵗ',
  source: 'torch.optim.lr_scheduler.ExponentialLR',
  torch: 'ExponentialLR',
  fields: [gammaField(0.97)],
  rate: (t, base, { gamma }: ExponentialValues) => base * powerInteger(gamma, t),
};
