// What stands in the line of the rule can be checked with a calculator.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFormats } from '../text/format.ts';
import { ruleDigits, tellApart } from './digits.ts';

const format = createFormats('en');
const read = (text: string): number => Number(text.replace('−', '-').replaceAll(',', ''));

describe('the line of the rule', () => {
  it('is right in the digits that are printed', () => {
    const [weight, rate, gradient] = [-1.1653, 0.1, -9.5403];
    const { term, factor } = ruleDigits(format, weight, -rate * gradient, rate);
    expect([weight - rate * gradient, weight].map(term)).toEqual(['−0.211', '−1.165']);
    expect(factor(gradient)).toBe('−9.540');
  });

  it('is off by one in the last digit at most, whatever the numbers', () => {
    const size = fc.double({ min: 1e-4, max: 1e4, noNaN: true });
    const sign = fc.constantFrom(1, -1);
    fc.assert(
      fc.property(size, sign, size, sign, fc.double({ min: 1e-4, max: 10, noNaN: true }), (w, s, g, t, r) => {
        const [weight, gradient, rate] = [s * w, t * g, Number(r.toPrecision(2))];
        const { term, factor } = ruleDigits(format, weight, -rate * gradient, rate);
        const shown = term(weight - rate * gradient);
        // Written with powers of ten, numbers are not for adding by hand.
        if (shown.includes('×') || term(weight).includes('×') || factor(gradient).includes('×')) return;
        const unit = 10 ** -(shown.split('.')[1]?.length ?? 0);
        if (term(weight) === format.number(weight) && shown === format.number(weight - rate * gradient)) return;
        expect(Math.abs(read(shown) - (read(term(weight)) - rate * read(factor(gradient))))).toBeLessThan(1.11 * unit);
      }),
    );
  });
});

it('two losses are told apart', () => {
  expect(tellApart(format, 0.8834, 0.8831)).toEqual(['0.8834', '0.8831']);
  expect(tellApart(format, 0.88341, 0.88336)).toEqual(['0.88341', '0.88336']);
  expect(tellApart(format, 0.5, 0.25)).toEqual(['0.500', '0.250']);
  expect(tellApart(format, 0.5, 0.5)).toEqual(['0.500', '0.500']);
  expect(tellApart(format, Number.NaN, 1)).toEqual(['—', '1.00']);
  expect(tellApart(format, 2.4123e-7, 2.4121e-7)).toEqual(['2.4123 × 10⁻⁷', '2.4121 × 10⁻⁷']);
  expect(tellApart(format, 812_345.6, 812_345.2)).toEqual(['8.12346 × 10⁵', '8.12345 × 10⁵']);
  expect(tellApart(format, 9.9996, 10.0004)).toEqual(['9.9996', '10.000']);
  expect(tellApart(format, 0.25, 0.25 + 1e-12)).toEqual(['0.250', '0.250']);
});

/** Reads powers of ten as well. */
function readAny(text: string): number {
  const [digits, power = ''] = text.split(' × 10');
  const exponent = [...power].map((sign) => (sign === '⁻' ? '-' : '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(sign))).join('');
  return Number(`${read(digits)}e${exponent || 0}`);
}

it('what rises rises in what is printed, and what falls falls', () => {
  const size = fc.double({ min: 1e-12, max: 1e12, noNaN: true });
  fc.assert(
    fc.property(
      size,
      fc.double({ min: -0.1, max: 0.1, noNaN: true }),
      fc.integer({ min: 0, max: 9 }),
      (from, share, small) => {
        const to = from * (1 + share * 10 ** -small);
        const [first, second] = tellApart(format, from, to);
        if (Math.abs(to - from) > 1e-7 * from) expect(first).not.toBe(second);
        if (first !== second) expect(Math.sign(readAny(second) - readAny(first))).toBe(Math.sign(to - from));
      },
    ),
  );
});
