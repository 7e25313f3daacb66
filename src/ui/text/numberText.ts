// Numbers that a reader types: written in the page's language without losing a digit, and read in every way in which
// people and this page write them. What was written here reads as the very same number.
//
// Comma and point are both decimal signs, and both group thousands, so one rule decides. Where only one reading is
// possible it is taken: 0,05 and 1,5 are decimals; 1,234.5 and 1,234,567 are grouped. Of one sign before exactly three
// digits, as in 1,234, the language's own decimal sign is one; its own grouping sign groups wherever the page itself
// would have put it, in whole numbers and from 10,000 on; anything else could mean either and is not guessed at.

import type { NumberMarks } from '../../drawing/scale.ts';

export type NumberReading =
  | { readonly kind: 'number'; readonly value: number }
  /** Either of two numbers may be meant. */
  | { readonly kind: 'ambiguous'; readonly grouped: number; readonly decimal: number }
  /** A number, but one larger or closer to 0 than a number here can be. */
  | { readonly kind: 'beyond' }
  | { readonly kind: 'unreadable' };

export interface NumberText {
  /** The language's signs, for numbers that others write. */
  readonly marks: NumberMarks;
  /** All digits of a finite `value`: 0.05, −1.8, 2.5e−7. */
  readonly exact: (value: number) => string;
  /** The number that `text` says. `isWhole`: whole numbers are asked for. */
  readonly read: (text: string, isWhole?: boolean) => NumberReading;
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻';
const superscript = new RegExp(`[${superscripts}]+`, 'g');
/** Marks of direction and width that come along when text is copied, and mean nothing in a number. */
const unseen = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const minusSigns = /[−‐‒–]/g;

/** An optional sign, digits with signs between them, and a power of ten; or a power of ten alone. */
const form =
  /^([+-]?)(?:(\d[\d.,' ]*|[.,]\d+)(?:e([+-]?\d+)|[x×*·⋅∙]10(?:\^|\*\*)([+-]?\d+))?|10(?:\^|\*\*)([+-]?\d+))$/i;

const oneSign = /^([1-9]\d{0,2})([.,])(\d{3})$/;
const groupedByBlanks = /^[1-9]\d{0,2}(?:[ ']\d{3})+(?:[.,]\d*)?$/;
const groupedByCommas = /^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?$/;
const groupedByPoints = /^[1-9]\d{0,2}(?:\.\d{3})+(?:,\d*)?$/;
const ungroupedDigits = /^(?:\d+[.,]?\d*|[.,]\d+)$/;

const unreadable: NumberReading = { kind: 'unreadable' };

/** The signs between digits; Intl knows them as well, but takes long to say so. */
const marksIn: Readonly<Record<string, NumberMarks>> = {
  en: { decimal: '.', group: ',' },
  de: { decimal: ',', group: '.' },
};

/** @param locale a language of the page; others are written like English */
export function createNumberText(locale: string): NumberText {
  const marks = marksIn[locale] ?? marksIn.en;
  const { decimal: decimalSign, group: groupSign } = marks;
  return {
    marks,
    exact: (value) => String(value).replace('.', decimalSign).replace('e+', 'e').replaceAll('-', '−'),
    read(text, isWhole = false) {
      const match = form.exec(plain(text));
      if (match === null) return unreadable;
      const [, sign, digits = '1', ...powers] = match;
      const power = powers.find((exponent) => exponent !== undefined) ?? '0';
      const signed = (unsigned: string): number => Number(`${sign}${unsigned}e${power}`) + 0;
      const one = oneSign.exec(digits);
      if (one !== null) {
        const [, head, separator, tail] = one;
        const [grouped, decimal] = [signed(head + tail), signed(`${head}.${tail}`)];
        const isOwnGroup = separator === groupSign && (isWhole || head.length > 1);
        const isOwnDecimal = separator === decimalSign && !isWhole;
        if (!isOwnGroup && !isOwnDecimal) return { kind: 'ambiguous', grouped, decimal };
        return within(isOwnGroup ? grouped : decimal, digits);
      }
      const unsigned = ungrouped(digits);
      return unsigned === null ? unreadable : within(signed(unsigned), digits);
    },
  };
}

/** What stands between the commas, semicolons, and blanks of a list; the narrow blanks that group digits stay. */
export const listWords = (text: string): readonly string[] =>
  text.split(/[,;，；、 \t\r\n]+/).filter((word) => word !== '');

/** `text` with plain signs and digits, and without the blanks that no group needs. */
function plain(text: string): string {
  return text
    .replace(unseen, '')
    .replace(
      superscript,
      (raised) => `^${[...raised].map((sign) => '0123456789+-'[superscripts.indexOf(sign)]).join('')}`,
    )
    .normalize('NFKC')
    .replace(minusSigns, '-')
    .replace(/[’ʼ]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/ ?([x×*·⋅∙^]) ?/gi, '$1')
    .replace(/(^|[*^])([+-]) /g, '$1$2');
}

/** `digits` with a point for the decimal sign and nothing else between them; null where they make no number. */
function ungrouped(digits: string): string | null {
  if (groupedByBlanks.test(digits)) return digits.replace(/[ ']/g, '').replace(',', '.');
  if (ungroupedDigits.test(digits)) return digits.replace(',', '.');
  if (groupedByCommas.test(digits)) return digits.replaceAll(',', '');
  return groupedByPoints.test(digits) ? digits.replaceAll('.', '').replace(',', '.') : null;
}

/** What is not 0 must not have become 0. */
const within = (value: number, digits: string): NumberReading =>
  Number.isFinite(value) && (value !== 0 || !/[1-9]/.test(digits)) ? { kind: 'number', value } : { kind: 'beyond' };
