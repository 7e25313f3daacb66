// The words of what can be pressed in the sentence on a problem.

import { lazyWords } from '../text/lazyWords.ts';

export const useLiveText = lazyWords('live', {
  en: () => import('../text/en/live.ts'),
  de: () => import('../text/de/live.ts'),
});
