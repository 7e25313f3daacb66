// Numbers for people: three significant figures, a true minus sign, the separators of the language.

import { superscript } from '../../drawing/scale.ts';
import { createNumberText, type NumberText } from './numberText.ts';

export interface Formats extends NumberText {
  /** Three significant figures, `×10ⁿ` for the very large and very small; a dash for what is not finite. */
  readonly number: (value: number) => string;
  /** The same with so many figures. */
  readonly figures: (value: number, figures: number) => string;
  /** The same with a sign always shown. */
  readonly signed: (value: number) => string;
  /** With so many decimals. */
  readonly fixed: (value: number, decimals: number) => string;
  /** A count with grouping: 12,345. */
  readonly count: (value: number) => string;
  readonly percent: (share: number) => string;
  /** A formula or a piece of code within a sentence: it runs from left to right whichever way the sentence runs. */
  readonly isolated: (formula: string) => string;
}

/** @param direction which way the page runs: in a text from right to left a minus sign would change sides */
export function createFormats(locale: string, direction: 'ltr' | 'rtl' = 'ltr'): Formats {
  const grouped = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  // To make a format takes longer than to use it a hundred times.
  const plainFormats = new Map<number, Intl.NumberFormat>();
  const plain = (value: number, figures: number): string => {
    const digits = { minimumSignificantDigits: figures, maximumSignificantDigits: figures };
    const format = plainFormats.get(figures) ?? new Intl.NumberFormat(locale, { ...digits, useGrouping: 'min2' });
    plainFormats.set(figures, format);
    return format.format(value);
  };
  const figures = (value: number, count: number): string => {
    if (!Number.isFinite(value)) return '—';
    if (value === 0) return '0';
    const size = Math.abs(value);
    const text = size >= 1e5 || size < 1e-3 ? scientific(size, count) : plain(size, count);
    return value < 0 ? `−${text}` : text;
  };
  const scientific = (size: number, count: number): string => {
    const [digits, exponent] = size.toExponential(count - 1).split('e');
    return `${plain(Number(digits), count)} × 10${superscript(Number(exponent))}`;
  };
  const number = (value: number): string => figures(value, 3);
  const fixedFormats = new Map<number, Intl.NumberFormat>();
  const fixed = (value: number, decimals: number): string => {
    const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
    const format = fixedFormats.get(decimals) ?? new Intl.NumberFormat(locale, { ...digits, useGrouping: 'min2' });
    fixedFormats.set(decimals, format);
    const text = format.format(Math.abs(value));
    return value < 0 && /[1-9]/.test(text) ? `−${text}` : text;
  };
  const isolated = (text: string): string => (direction === 'rtl' ? `${isolate}${text}${endOfIsolate}` : text);
  return {
    ...createNumberText(locale),
    number: (value) => isolated(number(value)),
    figures: (value, count) => isolated(figures(value, count)),
    fixed: (value, decimals) => isolated(fixed(value, decimals)),
    signed: (value) => isolated(value > 0 ? `+${number(value)}` : number(value)),
    count: (value) => isolated(grouped.format(value)),
    percent: (value) => isolated(share.format(value)),
    isolated,
  };
}

/** Unseen signs round what runs from left to right by itself (Unicode Bidirectional Algorithm, LRI and PDI). */
const [isolate, endOfIsolate] = ['\u2066', '\u2069'];
