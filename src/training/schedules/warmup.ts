// Warm-up before any schedule: the rate climbs on a straight line to the schedule's first rate and reaches it as the schedule begins.
// Sources: Goyal et al. 2017, arXiv 1706.02677; torch.optim.lr_scheduler.LinearLR followed by another in SequentialLR.

import type { FieldValues } from '../field.ts';
import type { Schedule } from '../schedule.ts';

/** Share of the schedule's first rate that the first step of a warm-up takes, as in torch's LinearLR. */
export const warmupStartFactor = 1 / 3;

/**
 * Learning rate at count t with `warmupLength` counts of warm-up (0 for none) before the schedule, whose own count
 * starts when the warm-up ends. `values` holds every field of the schedule.
 */
export function withWarmup(
  schedule: Schedule,
  warmupLength: number,
  t: number,
  base: number,
  values: FieldValues,
  startFactor: number = warmupStartFactor,
): number {
  if (t >= warmupLength) return schedule.rate(t - warmupLength, base, values);
  return schedule.rate(0, base, values) * (startFactor + (1 - startFactor) * (t / warmupLength));
}
