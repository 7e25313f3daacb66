// How much work a run has done after so many steps, from its settings alone, and where that puts it on the clock by which
// runs are kept in step. Counted in whole steps and examples, so that runs of any batch size meet exactly.

import { type BatchEdit, type Cutting, usedBy } from '../epochs.ts';
import { type ClockSetting, stepTime } from './clock.ts';

/** The clock of a run after `step` steps. */
export function elapsedAt(edits: readonly BatchEdit[], cutting: Cutting, step: number, setting: ClockSetting): number {
  if (setting.clock === 'step') return step;
  const { seen } = usedBy(edits, cutting, step);
  switch (setting.clock) {
    case 'epoch':
      return seen / setting.epochExamples;
    case 'example':
      return seen;
    case 'time':
      return step * stepTime(0, setting.hardware) + seen / setting.hardware.parallelWidth;
  }
}

/** Relative slack for sums of fractions that fall a little short of what they should be. */
const slack = 1e-9;

/** The most steps, at most `limit`, that a run may have taken when the clock shows `target`. */
export function stepsWithin(
  edits: readonly BatchEdit[],
  cutting: Cutting,
  target: number,
  setting: ClockSetting,
  limit: number,
): number {
  const reach = target * (1 + slack);
  if (setting.clock === 'step') return Math.min(limit, Math.floor(reach));
  let low = 0;
  let high = 1;
  while (high < limit && elapsedAt(edits, cutting, high, setting) <= reach) {
    low = high;
    high *= 2;
  }
  high = Math.min(high, limit);
  if (elapsedAt(edits, cutting, high, setting) <= reach) return high;
  // Now `low` steps fit and `high` do not.
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (elapsedAt(edits, cutting, middle, setting) <= reach) low = middle;
    else high = middle;
  }
  return low;
}

/** Examples that one epoch uses with batches of this size. */
export const epochExamples = ({ examples, dropLast }: Cutting, batchSize: number): number =>
  dropLast ? examples - (examples % batchSize) : examples;
