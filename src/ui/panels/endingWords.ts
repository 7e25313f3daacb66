// The words about the end of a run, which come with it.

import type { ending as english } from '../text/en/ending.ts';
import { lazyWords } from '../text/lazyWords.ts';

export const useEndingText = lazyWords<'ending', typeof english>('ending', {
  en: () => import('../text/en/ending.ts'),
  de: () => import('../text/de/ending.ts'),
});
