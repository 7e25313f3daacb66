// Words that come with the view that needs them, not with the page: each language of them is a file of its own.

import { use } from 'react';
import { changeWords } from './changeWords.ts';
import { LanguageContext } from './TextContext.tsx';

/** Where the words of each language are; English says their shape, and may be there already. */
export interface WordSources<Words> {
  readonly en: Words | (() => Promise<Words>);
  readonly de: () => Promise<Words>;
}

/** A hook that gives the words in the language of the page; what calls it may wait for them, so it stands in a Suspense. */
export function lazyWords<Words extends object>({ en, de }: WordSources<Words>): () => Words {
  const loaded = new Map<string, Words | Promise<Words>>();
  const loadEnglish = (): Words | Promise<Words> => (typeof en === 'function' ? en() : en);
  const loadChanged = async (code: string): Promise<Words> => {
    const [{ pseudoChanges }, english] = await Promise.all([import('./pseudo.ts'), loadEnglish()]);
    const change = pseudoChanges[code];
    return change === undefined ? english : changeWords(english, change);
  };
  const load = (code: string): Words | Promise<Words> =>
    code === 'en' ? loadEnglish() : code === 'de' ? de() : loadChanged(code);
  return () => {
    const { code } = use(LanguageContext);
    const words = loaded.get(code) ?? load(code);
    loaded.set(code, words);
    return words instanceof Promise ? use(words) : words;
  };
}
