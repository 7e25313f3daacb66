// The words of the views beside weight space, which come with these views.

import { views as english } from './en/views.ts';
import { lazyWords } from './lazyWords.ts';

export type ViewText = typeof english;

export const useViewText = lazyWords<'views', ViewText>('views', {
  en: english,
  de: () => import('./de/views.ts'),
});
