// The words of the comparison, which come with the comparison itself.

import type { CompareWords } from '../text/en/compare.ts';
import { lazyWords } from '../text/lazyWords.ts';

export const useCompareText = lazyWords<CompareWords>({
  en: async () => (await import('../text/en/compare.ts')).compare,
  de: async () => (await import('../text/de/compare.ts')).compare,
});
