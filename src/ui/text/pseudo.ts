// Languages that nobody speaks, made from English to test the page: every text twice as long, every text between marks
// so that words from elsewhere stand out, and English on a page that runs from right to left.

import { type Catalogue, en } from './catalogue.ts';
import { changeWords } from './changeWords.ts';
import { run } from './en/run.ts';

export const [openMark, closeMark] = ['⟦', '⟧'];

/** Ends each half of a doubled text, unseen, so that a sentence that holds one is not doubled over and over. */
const seam = '\u2063';
const doubled = new RegExp(`([^${seam}]+)${seam} \\1${seam}`, 'g');

function double(text: string): string {
  const single = text.replace(doubled, '$1');
  return `${single}${seam} ${single}${seam}`;
}

export const pseudoChanges: Readonly<Record<string, (text: string) => string>> = {
  'x-long': (text) => (text === '' ? text : double(text)),
  'x-mark': (text) => (text === '' ? text : `${openMark}${text}${closeMark}`),
  'x-rtl': (text) => text,
};

export function pseudoCatalogue(code: string): Catalogue {
  const change = pseudoChanges[code];
  // Names that the registries of training give are English already; any of them may be asked for.
  const names = new Proxy<Record<string, string>>({}, { get: (_, words) => change(String(words)) });
  return { ...changeWords({ ...en, run }, change), registry: names };
}
