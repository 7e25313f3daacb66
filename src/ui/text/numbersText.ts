// The words of the update in numbers and of the table of steps, which come with these views.

import { numbers as english } from './en/numbers.ts';
import { lazyWords } from './lazyWords.ts';

export type NumbersText = typeof english;

export const useNumbersText = lazyWords<'numbers', NumbersText>('numbers', {
  en: english,
  de: () => import('./de/numbers.ts'),
});
