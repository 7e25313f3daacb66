// The words of the dialogs, which come with the dialogs themselves.

import { use } from 'react';
import { changeWords } from '../text/changeWords.ts';
import type { dialogs as english } from '../text/en/dialogs.ts';
import { LanguageContext } from '../text/TextContext.tsx';

export type DialogText = typeof english;

const sources: Readonly<Record<string, () => Promise<DialogText>>> = {
  en: async () => (await import('../text/en/dialogs.ts')).dialogs,
  de: async () => (await import('../text/de/dialogs.ts')).dialogs,
};

const loaded = new Map<string, Promise<DialogText>>();

export function useDialogText(): DialogText {
  const { code } = use(LanguageContext);
  const known = loaded.get(code);
  if (known !== undefined) return use(known);
  const text = load(code);
  loaded.set(code, text);
  return use(text);
}

async function load(code: string): Promise<DialogText> {
  const source = sources[code];
  if (source !== undefined) return source();
  const { pseudoChanges } = await import('../text/pseudo.ts');
  const english = await sources.en!();
  const change = pseudoChanges[code];
  return change === undefined ? english : changeWords(english, change);
}
