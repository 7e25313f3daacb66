// The words about the curve of the schedule, which come with it.

import type { schedule as english } from '../text/en/schedule.ts';
import { lazyWords } from '../text/lazyWords.ts';

export const useScheduleText = lazyWords<typeof english>({
  en: async () => (await import('../text/en/schedule.ts')).schedule,
  de: async () => (await import('../text/de/schedule.ts')).schedule,
});
