// The words of the views that take a step apart, which come with these views.

import type { stepViews as english } from '../text/en/stepViews.ts';
import { lazyWords } from '../text/lazyWords.ts';

export type StepText = typeof english;

export const useStepText = lazyWords<StepText>({
  en: async () => (await import('../text/en/stepViews.ts')).stepViews,
  de: async () => (await import('../text/de/stepViews.ts')).stepViews,
});
