// The words of the page that reads answers.

import { lazyWords } from '../text/lazyWords.ts';

export const useAnswersText = lazyWords('answers', {
  en: () => import('../text/en/answers.ts'),
  de: () => import('../text/de/answers.ts'),
});
