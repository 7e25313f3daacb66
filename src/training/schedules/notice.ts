// What a schedule does when the run is longer than the schedule was set for.

import { type FieldValues, withDefaults } from '../field.ts';
import { type ScheduleId, schedules } from './index.ts';

/**
 * One sentence when the schedule ends before a run of `runLength` counts does (steps or epochs, as the schedule
 * counts) and something unexpected follows; otherwise null.
 */
export function scheduleNotice(scheduleId: ScheduleId, values: FieldValues, runLength: number): string | null {
  const complete = withDefaults(schedules[scheduleId].fields, values);
  const length = (name: string): number => complete[name] as number;
  switch (scheduleId) {
    case 'one-cycle':
      return runLength > length('totalSteps')
        ? `The cycle has ${length('totalSteps')} counts and the run ${runLength}: from count ${length('totalSteps')} on the rate stays at its last, very small value.`
        : null;
    case 'cosine':
      return runLength > length('tMax') + 1
        ? `The way down takes ${length('tMax')} counts and the run ${runLength}: after count ${length('tMax')} the rate rises again, as PyTorch’s does.`
        : null;
    case 'polynomial':
      return runLength > length('totalIters') && length('power') > 0 ? stands(length('totalIters'), runLength) : null;
    case 'linear':
      return runLength > length('totalIters') && complete.endFactor === 0
        ? stands(length('totalIters'), runLength)
        : null;
    default:
      return null;
  }
}

const stands = (length: number, runLength: number): string =>
  `The rate reaches 0 at count ${length} of ${runLength}: from there on the weights no longer move.`;
