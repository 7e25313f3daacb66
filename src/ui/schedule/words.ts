// The words about the curve of the schedule, which come with it.

import type { schedule as english } from '../text/en/schedule.ts';
import { lazyWords } from '../text/lazyWords.ts';

export const useScheduleText = lazyWords<'schedule', typeof english>('schedule', {
  en: () => import('../text/en/schedule.ts'),
  de: () => import('../text/de/schedule.ts'),
});
