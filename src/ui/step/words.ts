// The words of the views that take a step apart, which come with these views.

import type { stepViews as english } from '../text/en/stepViews.ts';
import { lazyWords } from '../text/lazyWords.ts';

export type StepText = typeof english;

export const useStepText = lazyWords<'stepViews', StepText>('stepViews', {
  en: () => import('../text/en/stepViews.ts'),
  de: () => import('../text/de/stepViews.ts'),
});
