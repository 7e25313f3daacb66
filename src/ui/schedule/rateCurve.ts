// The learning rate of every count of a run, for drawing.

import { withDefaults } from '../../training/field.ts';
import type { OptimizerId } from '../../training/optimizers/index.ts';
import { Rule } from '../../training/run/rule.ts';
import type { Hyperparameters, ScheduleConfig } from '../../training/run/run.ts';
import type { Schedule } from '../../training/schedule.ts';
import { schedules } from '../../training/schedules/index.ts';

export interface RatePoint {
  /** Steps or epochs since the start, as the schedule counts. */
  readonly count: number;
  readonly rate: number;
}

/** More points than this no curve needs. */
const mostPoints = 600;

/** A shorter piece of a run looks like no run at all. */
const shortest = 25;

/** The longest piece of a run that is shown of a schedule without a length of its own. */
const longest = 1000;

/** How much of a schedule tells its whole story: its own length where it has one. */
export function scheduleLength({ kind, warmup, values }: ScheduleConfig): number {
  const { fields }: Schedule = schedules[kind];
  const all = withDefaults(fields, values);
  const number = (name: string): number => (typeof all[name] === 'number' ? all[name] : 0);
  const milestones = Array.isArray(all.milestones) ? (all.milestones as readonly number[]) : [];
  const own = Math.max(
    2 * number('tMax'),
    1.25 * number('totalIters'),
    1.1 * number('totalSteps'),
    4 * number('stepSize'),
    number('t0') * (1 + number('tMult') + number('tMult') ** 2),
    1.25 * Math.max(0, ...milestones),
    // Down to a tenth, where that does not take for ever.
    number('decayRate') > 0 ? Math.min(longest, 9 / number('decayRate')) : 0,
  );
  return Math.ceil(warmup + (own > 0 ? Math.max(shortest, own) : 50));
}

/** The rate from count 0 to `length`, at every count or evenly spaced. */
export function rateCurve(
  optimizer: OptimizerId,
  hyperparameters: Hyperparameters,
  length: number,
): readonly RatePoint[] {
  const rule = new Rule(optimizer, hyperparameters);
  const stride = Math.max(1, Math.ceil(length / mostPoints));
  const points = Math.floor(length / stride) + 1;
  return Array.from({ length: points }, (_, index) => {
    const count = index * stride;
    return { count, rate: rule.rateAt(count, count) };
  });
}
