// The words of the examples, which come with them.

import type { data as english } from '../text/en/data.ts';
import { lazyWords } from '../text/lazyWords.ts';

export type DataText = typeof english;

export const useDataText = lazyWords<'data', DataText>('data', {
  en: () => import('../text/en/data.ts'),
  de: () => import('../text/de/data.ts'),
});
