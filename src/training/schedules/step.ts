// The rate falls by the same factor after every so many counts: rate = base × γ^⌊t / length⌋.
// Source: torch.optim.lr_scheduler.StepLR.

import { powerInteger } from '../elementary.ts';
import type { Schedule } from '../schedule.ts';
import { gammaField, lengthField } from './fields.ts';

type StepValues = { readonly stepSize: number; readonly gamma: number };

export const step: Schedule = {
  title: 'Step',
  equation: 'rate = base × gamma^⌊t / length⌋',
  source: 'torch.optim.lr_scheduler.StepLR',
  torch: 'StepLR',
  fields: [
    lengthField('stepSize', 'Length of a stair', 20, 'it is the length of a stair, and it is divided by'),
    gammaField(0.1),
  ],
  rate: (t, base, { stepSize, gamma }: StepValues) => base * powerInteger(gamma, Math.floor(t / stepSize)),
};
