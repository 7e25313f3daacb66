// The rate falls to zero along a power of the time left, and stays there: rate = base × (1 − min(t, T) / T)^power.
// Source: torch.optim.lr_scheduler.PolynomialLR.

import { power as raise } from '../elementary.ts';
import type { Schedule } from '../schedule.ts';
import { totalItersField } from './fields.ts';

type PolynomialValues = { readonly totalIters: number; readonly power: number };

export const polynomial: Schedule = {
  title: 'Polynomial',
  equation: 'rate = base × (1 − min(t, T) / T)^power',
  source: 'torch.optim.lr_scheduler.PolynomialLR',
  torch: 'PolynomialLR',
  fields: [
    totalItersField(5),
    {
      kind: 'number',
      name: 'power',
      label: 'Power',
      default: 1,
      min: 0,
      max: 10,
      why: 'below 0 the rate would grow beyond all bounds towards the end',
    },
  ],
  rate: (t, base, { totalIters, power }: PolynomialValues) =>
    base * raise(1 - Math.min(t, totalIters) / totalIters, power),
};
