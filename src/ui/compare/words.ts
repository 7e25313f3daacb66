// The words of the comparison in the language of the page. They come with the comparison, not with the page.

import { use } from 'react';
import { changeWords } from '../text/changeWords.ts';
import { compare as german } from '../text/de/compare.ts';
import { type CompareWords, compare as english } from '../text/en/compare.ts';
import { pseudoChanges } from '../text/pseudo.ts';
import { LanguageContext } from '../text/TextContext.tsx';

const catalogues = new Map<string, CompareWords>([
  ['en', english],
  ['de', german],
]);

/** The words for a language; English where there are none. */
export function compareWords(code: string): CompareWords {
  const change = pseudoChanges[code];
  if (change !== undefined && !catalogues.has(code)) catalogues.set(code, changeWords(english, change));
  return catalogues.get(code) ?? english;
}

export const useCompareText = (): CompareWords => compareWords(use(LanguageContext).code);
