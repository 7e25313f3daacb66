// The rate moves on a straight line from one share of base to another, and stays there:
//   rate = base × (start + (end − start) × min(t, T) / T)
// Source: torch.optim.lr_scheduler.LinearLR.

import type { Schedule } from '../schedule.ts';
import { factorField, totalItersField } from './fields.ts';

type LinearValues = { readonly startFactor: number; readonly endFactor: number; readonly totalIters: number };

export const linear: Schedule = {
  title: 'Linear',
  equation: 'rate = base × (start + (end − start) × min(t, T) / T)',
  source: 'torch.optim.lr_scheduler.LinearLR',
  torch: 'LinearLR',
  fields: [
    {
      ...factorField('startFactor', 'Factor at the start', 1 / 3),
      minOpen: true,
      why: 'it is the share of the base rate in the first step, which would not move the weights at 0',
    },
    factorField('endFactor', 'Factor at the end', 1),
    totalItersField(5),
  ],
  rate: (t, base, { startFactor, endFactor, totalIters }: LinearValues) =>
    base * (startFactor + (endFactor - startFactor) * (Math.min(t, totalIters) / totalIters)),
};
