// The words of the section, which come with it.

import type { section as english } from '../text/en/section.ts';
import { lazyWords } from '../text/lazyWords.ts';

export type SectionText = typeof english;

export const useSectionText = lazyWords<'section', SectionText>('section', {
  en: () => import('../text/en/section.ts'),
  de: () => import('../text/de/section.ts'),
});
