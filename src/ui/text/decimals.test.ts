// Every number is written as Intl.NumberFormat writes it, in every language of the page.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spokenNumber } from '../spokenNumber.ts';
import { createFormats } from './format.ts';

const codes = ['en', 'de'];
const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
/** Numbers of few digits are those that lie between two roundings. */
const short = fc
  .tuple(fc.integer({ min: -99_999, max: 99_999 }), fc.integer({ min: -12, max: 6 }))
  .map(([n, power]) => Number(`${n}e${power}`));
const value = fc.oneof(short, finite, fc.double({ min: -1e6, max: 1e6, noNaN: true }));
const special = [
  0,
  -0,
  1,
  9.995,
  0.9995,
  99.95,
  1.005,
  2.5,
  0.5,
  0.05,
  9999.5,
  99_999,
  999_999.5,
  1e21,
  1e25,
  5e-324,
  1.7e308,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
];
const examples = (count: number) =>
  special
    .flatMap((one) => [0, 1, 3].map((digits) => [one, digits] as [number, number]))
    .slice(0, count * special.length);

describe.each(codes)('in %s', (code) => {
  const format = createFormats(code);
  const trueMinus = (text: string): string => text.replace('-', '−');

  it('figures', () => {
    fc.assert(
      fc.property(value, fc.integer({ min: 1, max: 17 }), (number, figures) => {
        fc.pre(Math.abs(number) >= 1e-3 && Math.abs(number) < 1e5);
        const digits = { minimumSignificantDigits: figures, maximumSignificantDigits: figures };
        const theirs = new Intl.NumberFormat(code, { ...digits, useGrouping: 'min2' }).format(number);
        expect(format.figures(number, figures)).toBe(trueMinus(theirs));
      }),
      { numRuns: 2000 },
    );
  });

  it('decimals', () => {
    fc.assert(
      fc.property(value, fc.integer({ min: 0, max: 8 }), (number, decimals) => {
        const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
        const theirs = new Intl.NumberFormat(code, { ...digits, useGrouping: 'min2' }).format(Math.abs(number));
        expect(format.fixed(number, decimals).replace('−', '')).toBe(theirs);
      }),
      { numRuns: 2000, examples: examples(3) },
    );
  });

  it('counts, and shares of a hundred', () => {
    const counts = new Intl.NumberFormat(code, { maximumFractionDigits: 0 });
    const shares = new Intl.NumberFormat(code, { style: 'percent', maximumFractionDigits: 0 });
    fc.assert(
      fc.property(value, (number) => {
        expect(format.count(number)).toBe(counts.format(number));
        expect(format.percent(number)).toBe(shares.format(number));
      }),
      { numRuns: 2000, examples: special.map((one) => [one]) },
    );
  });

  it('signs between digits', () => {
    const found = new Intl.NumberFormat(code, { useGrouping: true }).formatToParts(12345.6);
    const signOf = (type: string) => found.find((part) => part.type === type)?.value;
    expect(format.marks).toEqual({ decimal: signOf('decimal'), group: signOf('group') });
  });
});

it('what is spoken is plain', () => {
  const plain = new Intl.NumberFormat('en', { useGrouping: false, maximumFractionDigits: 20 });
  fc.assert(
    fc.property(value, (number) => {
      expect(spokenNumber(number)).toBe(plain.format(Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, number))));
    }),
    { numRuns: 2000, examples: special.filter((one) => !Number.isNaN(one)).map((one) => [one]) },
  );
});
