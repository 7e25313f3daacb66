// The schedules by key. A key is also the value in links and the name in tests.

import type { Schedule } from '../schedule.ts';
import { constant } from './constant.ts';
import { cosine } from './cosine.ts';
import { cosineRestarts } from './cosineRestarts.ts';
import { exponential } from './exponential.ts';
import { inverseTime } from './inverseTime.ts';
import { linear } from './linear.ts';
import { multistep } from './multistep.ts';
import { oneCycle } from './oneCycle.ts';
import { polynomial } from './polynomial.ts';
import { step } from './step.ts';

export const schedules = {
  constant,
  step,
  multistep,
  exponential,
  cosine,
  'cosine-restarts': cosineRestarts,
  linear,
  polynomial,
  'inverse-time': inverseTime,
  'one-cycle': oneCycle,
} as const satisfies Record<string, Schedule>;

export type ScheduleId = keyof typeof schedules;
