// Words that come with the view that needs them, not with the page: each language of them is a file of its own.

import { use } from 'react';
import { loadable, loadExport, type ModuleOf } from '../../lab/missing.ts';
import { changeWords } from './changeWords.ts';
import { LanguageContext } from './TextContext.tsx';

/** Where the words of each language are; English says their shape, and may be there already. */
export interface WordSources<Name extends string, Words> {
  readonly en: Words | (() => Promise<ModuleOf<Name, Words>>);
  readonly de: () => Promise<ModuleOf<Name, Words>>;
}

/** A hook that gives the words in the language of the page; what calls it may wait for them, so it stands in a Suspense. */
export function lazyWords<Name extends string, Words extends object>(
  name: Name,
  { en, de }: WordSources<Name, Words>,
): () => Words {
  const sources = new Map<string, () => Promise<Words>>();
  const loadEnglish = async (): Promise<Words> => (typeof en === 'function' ? loadExport(en, name) : en);
  const loadChanged = async (code: string): Promise<Words> => {
    const [{ pseudoChanges }, english] = await Promise.all([import('./pseudo.ts'), loadEnglish()]);
    const change = pseudoChanges[code];
    return change === undefined ? english : changeWords(english, change);
  };
  const load = (code: string): Promise<Words> =>
    code === 'en' ? loadEnglish() : code === 'de' ? loadExport(de, name) : loadChanged(code);
  return () => {
    const { code } = use(LanguageContext);
    if (code === 'en' && typeof en !== 'function') return en;
    const source = sources.get(code) ?? loadable(() => load(code));
    sources.set(code, source);
    return use(source());
  };
}
