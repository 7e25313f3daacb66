// What a schedule does when the run is longer than the schedule was set for.

import { type FieldValues, withDefaults } from '../field.ts';
import { type ScheduleId, schedules } from './index.ts';

/** What follows once a schedule has run out: the rate stays at its last value, turns round, or is 0 for good. */
export interface ScheduleEnd {
  readonly kind: 'small' | 'rises' | 'falls' | 'zero';
  /** The count at which it happens. */
  readonly count: number;
}

/**
 * What happens when the schedule ends before a run of `runLength` counts does (steps or epochs, as the schedule
 * counts) and something unexpected follows; otherwise null.
 */
export function scheduleEnd(
  scheduleId: ScheduleId,
  values: FieldValues,
  runLength: number,
  base: number,
): ScheduleEnd | null {
  const complete = withDefaults(schedules[scheduleId].fields, values);
  const length = (name: string): number => complete[name] as number;
  const after = (kind: ScheduleEnd['kind'], count: number, isReached = runLength > count): ScheduleEnd | null =>
    isReached ? { kind, count } : null;
  switch (scheduleId) {
    case 'one-cycle':
      return after('small', length('totalSteps'));
    case 'cosine': {
      // The "lowest" rate may be above the base rate: then the way there leads up.
      const [lowest, isReached] = [length('etaMin'), runLength > length('tMax') + 1];
      return lowest === base ? null : after(lowest < base ? 'rises' : 'falls', length('tMax'), isReached);
    }
    case 'polynomial':
      return length('power') > 0 ? after('zero', length('totalIters')) : null;
    case 'linear':
      return complete.endFactor === 0 ? after('zero', length('totalIters')) : null;
    case 'step':
      return complete.gamma === 0 ? after('zero', length('stepSize')) : null;
    case 'exponential':
      return complete.gamma === 0 ? after('zero', 1) : null;
    case 'multistep': {
      const [first] = complete.milestones as readonly number[];
      return complete.gamma === 0 && first !== undefined ? after('zero', first) : null;
    }
    default:
      return null;
  }
}
