// The words of what can be taken along from a lesson.

import { lazyWords } from '../text/lazyWords.ts';

export const useSheetText = lazyWords('sheet', {
  en: () => import('../text/en/sheet.ts'),
  de: () => import('../text/de/sheet.ts'),
});
