// The rate falls by a factor at each milestone: rate = base × γ^(number of milestones ≤ t); a repeated milestone counts twice.
// Source: torch.optim.lr_scheduler.MultiStepLR.

import { powerInteger } from '../elementary.ts';
import type { Schedule } from '../schedule.ts';
import { gammaField, milestoneLimit } from './fields.ts';

type MultistepValues = { readonly milestones: readonly number[]; readonly gamma: number };

export const multistep: Schedule = {
  title: 'Multistep',
  equation: 'rate = base × gamma^(milestones passed)',
  source: 'torch.optim.lr_scheduler.MultiStepLR',
  torch: 'MultiStepLR',
  fields: [
    { kind: 'list', name: 'milestones', label: 'Milestones', default: [20, 40], min: 0, max: milestoneLimit },
    gammaField(0.1),
  ],
  rate(t, base, { milestones, gamma }: MultistepValues) {
    let passed = 0;
    for (const milestone of milestones) if (milestone <= t) passed++;
    return base * powerInteger(gamma, passed);
  },
};
