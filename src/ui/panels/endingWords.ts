// The words about the end of a run, which come with it.

import type { ending as english } from '../text/en/ending.ts';
import { lazyWords } from '../text/lazyWords.ts';

export const useEndingText = lazyWords<typeof english>({
  en: async () => (await import('../text/en/ending.ts')).ending,
  de: async () => (await import('../text/de/ending.ts')).ending,
});
