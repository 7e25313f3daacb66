// Which language the page speaks: asked for by its host, or the first of the reader's own that there is.

import { type Catalogue, en } from './catalogue.ts';
import { createFormats, type Formats } from './format.ts';

export interface Language {
  readonly code: string;
  /** Which way the page runs. */
  readonly direction: 'ltr' | 'rtl';
  readonly text: Catalogue;
  readonly format: Formats;
}

const others: Readonly<Record<string, () => Promise<Catalogue>>> = {
  de: async () => (await import('./german.ts')).german,
};

/** Not languages but tests of the page; only a host can ask for them. */
const pseudoLanguages: readonly string[] = ['x-long', 'x-mark', 'x-rtl'];

export const english: Language = { code: 'en', direction: 'ltr', text: en, format: createFormats('en') };

/** The first of `wanted` (BCP 47 tags, best first) that has a catalogue; English when none has. */
export function chooseLanguage(wanted: readonly string[]): string {
  if (pseudoLanguages.includes(wanted[0] ?? '')) return wanted[0];
  const bases = wanted.map((tag) => tag.toLowerCase().split('-')[0]);
  return bases.find((base) => base === 'en' || Object.hasOwn(others, base)) ?? 'en';
}

/** The language of `code`. Rejects when its words cannot be loaded. */
export async function loadLanguage(code: string): Promise<Language> {
  if (pseudoLanguages.includes(code)) return loadPseudoLanguage(code);
  const load = Object.hasOwn(others, code) ? others[code] : undefined;
  if (load === undefined) return english;
  return { code, direction: 'ltr', text: await load(), format: createFormats(code) };
}

async function loadPseudoLanguage(code: string): Promise<Language> {
  const { pseudoCatalogue } = await import('./pseudo.ts');
  const direction = code === 'x-rtl' ? 'rtl' : 'ltr';
  return { code, direction, text: pseudoCatalogue(code), format: createFormats('en', direction) };
}
