// The rate follows a cosine from base to its rate at T: rate = end + (base − end) (1 + cos(π t / T)) / 2.
// After T the cosine goes on, so the rate turns back, as torch's does, and is at base again at 2T.
// Sources: torch.optim.lr_scheduler.CosineAnnealingLR; Loshchilov, Hutter 2017, arXiv 1608.03983.

import { cos } from '../elementary.ts';
import type { Schedule } from '../schedule.ts';
import { etaMinField, lengthField } from './fields.ts';

type CosineValues = { readonly tMax: number; readonly etaMin: number };

/** From `start` at `part` 0 to `end` at `part` 1 along half a cosine. */
export const cosineBetween = (start: number, end: number, part: number): number =>
  end + ((start - end) / 2) * (1 + cos(Math.PI * part));

export const cosine: Schedule = {
  title: 'Cosine',
  equation: 'rate = end + (base − end) × (1 + cos(π t / T)) / 2',
  source: 'torch.optim.lr_scheduler.CosineAnnealingLR',
  torch: 'CosineAnnealingLR',
  fields: [
    lengthField('tMax', 'T (length of the way)', 50, 'it is the length of the way, and it is divided by'),
    etaMinField,
  ],
  // A whole period is 2T; counting within it keeps the angle small and so the cosine exact.
  rate: (t, base, { tMax, etaMin }: CosineValues) => cosineBetween(base, etaMin, (t % (2 * tMax)) / tMax),
};
