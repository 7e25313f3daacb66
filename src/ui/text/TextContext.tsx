// The words and the number formats of the language in use.

import { createContext, type ReactNode, use, useEffect, useState } from 'react';
import { loadUntold } from '../../lab/missing.ts';
import type { Catalogue } from './catalogue.ts';
import type { Formats } from './format.ts';
import { chooseLanguage, english, type Language, loadLanguage } from './language.ts';

export const LanguageContext = createContext<Language>(english);

export const useText = (): Catalogue => use(LanguageContext).text;
export const useFormats = (): Formats => use(LanguageContext).format;

/** Translates what a registry of training says. */
export function useRegistryText(): (words: string) => string {
  const { registry } = useText();
  return (words) => registry[words] ?? words;
}

/** Says a refusal in the language of the page. */
export function useNotice(): (english: string) => string {
  const { page } = useText();
  const registryText = useRegistryText();
  return (english) => page.notice(english, registryText);
}

/** Gives its children the language `code`, or the reader's own; shows nothing until its words are there or known to be missing. */
export function LanguageProvider({
  code,
  children,
}: {
  readonly code?: string | undefined;
  readonly children: ReactNode;
}) {
  const chosen = chooseLanguage(code === undefined ? navigator.languages : [code]);
  const [language, setLanguage] = useState<Language | null>(chosen === 'en' ? english : null);
  useEffect(() => {
    let isCurrent = true;
    const load = (): Promise<Language> =>
      loadLanguage(chosen).catch((error: unknown) => {
        // The page is there in English at least, and says that a part of it is missing.
        setLanguage((current) => current ?? english);
        throw error;
      });
    void loadUntold(load).then((loaded) => {
      if (isCurrent) setLanguage(loaded);
    });
    return () => {
      isCurrent = false;
    };
  }, [chosen]);
  useEffect(() => {
    if (language === null) return;
    document.documentElement.lang = language.code;
    document.documentElement.dir = language.direction;
  }, [language]);
  return language === null ? null : <LanguageContext value={language}>{children}</LanguageContext>;
}
