// Which language the page speaks: asked for by its host, or the first of the reader's own that there is.

import { type Catalogue, en } from './catalogue.ts';
import { createFormats, type Formats } from './format.ts';

export interface Language {
  readonly code: string;
  readonly text: Catalogue;
  readonly format: Formats;
}

const others: Readonly<Record<string, () => Promise<Catalogue>>> = {
  de: async () => (await import('./german.ts')).german,
};

export const english: Language = { code: 'en', text: en, format: createFormats('en') };

/** The first of `wanted` (BCP 47 tags, best first) that has a catalogue; English when none has. */
export function chooseLanguage(wanted: readonly string[]): string {
  const bases = wanted.map((tag) => tag.toLowerCase().split('-')[0]!);
  return bases.find((base) => base === 'en' || Object.hasOwn(others, base)) ?? 'en';
}

/** The language of `code`; English when its words cannot be loaded. */
export async function loadLanguage(code: string): Promise<Language> {
  const load = Object.hasOwn(others, code) ? others[code] : undefined;
  if (load === undefined) return english;
  try {
    return { code, text: await load(), format: createFormats(code) };
  } catch {
    return english;
  }
}
