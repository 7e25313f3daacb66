// PLACEHOLDER
import type { Schedule } from '../schedule.ts';

export const constant: Schedule = {
  title: 'Constant',
  equation: 'rate = base',
  source: 'no scheduler',
  fields: [],
  rate: (_t, base) => base,
};
