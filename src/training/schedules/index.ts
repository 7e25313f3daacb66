// The schedules by key. A key is also the value in links and the name in tests.

import type { Schedule } from '../schedule.ts';
import { constant } from './constant.ts';

export const schedules = {
  constant,
} as const satisfies Record<string, Schedule>;

export type ScheduleId = keyof typeof schedules;
