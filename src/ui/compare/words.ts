// The words of the comparison, which come with the comparison itself.

import type { CompareWords } from '../text/en/compare.ts';
import { lazyWords } from '../text/lazyWords.ts';

export type CompareText = CompareWords;

export const useCompareText = lazyWords<'compare', CompareWords>('compare', {
  en: () => import('../text/en/compare.ts'),
  de: () => import('../text/de/compare.ts'),
});
