// Words that come with the view that needs them, not with the page: each language of them is a file of its own.

import { use } from 'react';
import { changeWords } from './changeWords.ts';
import { LanguageContext } from './TextContext.tsx';

/** Where the words of each language are; English says their shape. */
export interface WordSources<Words> {
  readonly en: () => Promise<Words>;
  readonly de: () => Promise<Words>;
}

/** A hook that gives the words in the language of the page; what calls it waits for them, so it stands in a Suspense. */
export function lazyWords<Words>(sources: WordSources<Words>): () => Words {
  const loaded = new Map<string, Promise<Words>>();
  const load = async (code: string): Promise<Words> => {
    if (code === 'en' || code === 'de') return sources[code]();
    const [{ pseudoChanges }, english] = await Promise.all([import('./pseudo.ts'), sources.en()]);
    const change = pseudoChanges[code];
    return change === undefined ? english : changeWords(english, change);
  };
  return () => {
    const { code } = use(LanguageContext);
    const words = loaded.get(code) ?? load(code);
    loaded.set(code, words);
    return use(words);
  };
}
