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
});
