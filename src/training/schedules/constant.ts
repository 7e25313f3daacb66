// The base rate throughout, or first a share of it: rate = base × factor while t < length, then base.
// The factor is 1 unless set, which is no schedule at all (torch's own default is 1/3).
// Source: torch.optim.lr_scheduler.ConstantLR.

import type { Schedule } from '../schedule.ts';
import { factorField, totalItersField } from './fields.ts';

type ConstantValues = { readonly factor: number; readonly totalIters: number };

export const constant: Schedule = {
  title: 'Constant',
  equation: 'rate = base × factor while t < length, then base',
  shortEquation: ({ factor }) => (factor === 1 ? 'rate = base' : null),
  source: 'torch.optim.lr_scheduler.ConstantLR',
  torch: 'ConstantLR',
  fields: [factorField('factor', 'Factor', 1), totalItersField(5)],
  rate: (t, base, { factor, totalIters }: ConstantValues) => (t < totalIters ? base * factor : base),
};
