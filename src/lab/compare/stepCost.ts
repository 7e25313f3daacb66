// How much work a run has done after so many steps, from its settings alone, and where that puts it on the clock by which
// runs are kept in step. Counted in whole steps and examples, so that runs of any batch size meet exactly.

import { settlePosition } from '../../training/batches.ts';
import type { RunConfig } from '../../training/run/run.ts';
import { type ClockSetting, stepTime } from './clock.ts';

/** From step `step` on, batches are of this size. */
export interface BatchEdit {
  readonly step: number;
  readonly hyperparameters: { readonly batchSize: number };
}

/** What decides how batches are cut. */
export type Cutting = Pick<RunConfig, 'examples' | 'dropLast'>;

/** Examples seen in the first `step` steps of a run. */
export function examplesSeen(edits: readonly BatchEdit[], { examples, dropLast }: Cutting, step: number): number {
  let seen = 0;
  let offset = 0;
  for (const [index, { step: from, hyperparameters }] of edits.entries()) {
    if (from >= step) break;
    const size = hyperparameters.batchSize;
    let left = Math.min(edits[index + 1]?.step ?? step, step) - from;
    const used = (batches: number, begin: number): number => Math.min(batches * size, examples - begin);
    const batchesFrom = (begin: number): number => Math[dropLast ? 'floor' : 'ceil']((examples - begin) / size);
    // Whatever the last edit left over of its epoch comes first.
    ({ offset } = settlePosition({ epoch: 0, offset }, examples, size, dropLast));
    const first = Math.min(left, batchesFrom(offset));
    const begun = used(first, offset);
    seen += begun;
    offset += begun;
    left -= first;
    if (left === 0) continue;
    const perEpoch = batchesFrom(0);
    const rest = left % perEpoch;
    seen += ((left - rest) / perEpoch) * used(perEpoch, 0) + used(rest, 0);
    offset = used(rest > 0 ? rest : perEpoch, 0);
  }
  return seen;
}

/** The clock of a run after `step` steps. */
export function elapsedAt(edits: readonly BatchEdit[], cutting: Cutting, step: number, setting: ClockSetting): number {
  if (setting.clock === 'step') return step;
  const seen = examplesSeen(edits, cutting, step);
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
