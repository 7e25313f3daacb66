// The rate follows a cosine down and jumps back to base, each time over a longer stretch:
//   rate = end + (base − end) (1 + cos(π c / T)) / 2, c counted from the last restart; T = T₀, then × the multiplier at each restart
// Sources: torch.optim.lr_scheduler.CosineAnnealingWarmRestarts; Loshchilov, Hutter 2017, arXiv 1608.03983.

import type { Schedule } from '../schedule.ts';
import { cosineBetween } from './cosine.ts';
import { etaMinField, lengthField } from './fields.ts';

type CosineRestartsValues = { readonly t0: number; readonly tMult: number; readonly etaMin: number };

export const cosineRestarts: Schedule = {
  title: 'Cosine with restarts',
  equation: 'rate = end + (base − end) × (1 + cos(π c / T)) / 2,  c counted from the last restart',
  source: 'torch.optim.lr_scheduler.CosineAnnealingWarmRestarts',
  torch: 'CosineAnnealingWarmRestarts',
  fields: [
    lengthField('t0', 'T₀ (length of the first way)', 10, 'it is the length of the first way, and it is divided by'),
    {
      kind: 'number',
      name: 'tMult',
      label: 'Multiplier of T at each restart',
      default: 1,
      min: 1,
      max: 10,
      integer: true,
      why: 'each way is at least as long as the one before',
    },
    etaMinField,
  ],
  rate(t, base, { t0, tMult, etaMin }: CosineRestartsValues) {
    let length = t0;
    let count = t;
    if (tMult === 1) count = t % t0;
    else
      while (count >= length) {
        count -= length;
        length *= tMult;
      }
    return cosineBetween(base, etaMin, count / length);
  },
};
