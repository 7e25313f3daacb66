// The words about the limit, which come with its explanation.

import type { limit as english } from '../text/en/limit.ts';
import { lazyWords } from '../text/lazyWords.ts';

export type LimitText = typeof english;

export const useLimitText = lazyWords<'limit', LimitText>('limit', {
  en: () => import('../text/en/limit.ts'),
  de: () => import('../text/de/limit.ts'),
});
