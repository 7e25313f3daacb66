// The words of the glossary, which come when the first of them is looked up.

import type { glossary as english } from '../text/en/glossary.ts';
import { lazyWords } from '../text/lazyWords.ts';

export type GlossaryText = typeof english;
export type TermId = keyof GlossaryText['terms'];

export const useGlossaryText = lazyWords<'glossary', GlossaryText>('glossary', {
  en: () => import('../text/en/glossary.ts'),
  de: () => import('../text/de/glossary.ts'),
});
