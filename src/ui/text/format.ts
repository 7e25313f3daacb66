// Numbers for people: three significant figures, a true minus sign, the separators of the language.

import { superscript } from '../../drawing/scale.ts';
import { counted, withDecimals, withFigures } from './decimals.ts';
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
  const text = createNumberText(locale);
  const { marks } = text;
  const figures = (value: number, count: number): string => {
    if (!Number.isFinite(value)) return '—';
    if (value === 0) return '0';
    const size = Math.abs(value);
    const shown = size >= 1e5 || size < 1e-3 ? scientific(size, count) : withFigures(size, count, marks);
    return value < 0 ? `−${shown}` : shown;
  };
  const scientific = (size: number, count: number): string => {
    const [digits, exponent] = size.toExponential(count - 1).split('e');
    return `${withFigures(Number(digits), count, marks)} × 10${superscript(Number(exponent))}`;
  };
  const number = (value: number): string => figures(value, 3);
  const fixed = (value: number, decimals: number): string => {
    const shown = withDecimals(Math.abs(value), decimals, marks);
    return value < 0 && /[1-9]/.test(shown) ? `−${shown}` : shown;
  };
  const isolated = (shown: string): string => (direction === 'rtl' ? `${isolate}${shown}${endOfIsolate}` : shown);
  return {
    ...text,
    number: (value) => isolated(number(value)),
    figures: (value, count) => isolated(figures(value, count)),
    fixed: (value, decimals) => isolated(fixed(value, decimals)),
    signed: (value) => isolated(value > 0 ? `+${number(value)}` : number(value)),
    count: (value) => isolated(counted(value, marks)),
    percent: (value) => isolated(counted(value, marks, 2) + percentSign(locale)),
    isolated,
  };
}

/** German sets it apart. */
const percentSign = (locale: string): string => (locale === 'de' ? '\u00a0%' : '%');

/** Unseen signs round what runs from left to right by itself (Unicode Bidirectional Algorithm, LRI and PDI). */
const [isolate, endOfIsolate] = ['\u2066', '\u2069'];
