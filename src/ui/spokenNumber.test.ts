import { expect, test } from 'vitest';
import { spokenNumber } from './spokenNumber.ts';

test('numbers for assistive technology are plain', () => {
  expect([1e-7, -1.5, 12_345, 1e21].map((value) => spokenNumber(value))).toEqual([
    '0.0000001',
    '-1.5',
    '12345',
    '1000000000000000000000',
  ]);
});

test('and stay within their bounds', () => {
  expect(spokenNumber(-1.45e6, -3, 3.8)).toBe('-3');
  expect(spokenNumber(Number.POSITIVE_INFINITY, -3, 3.8)).toBe('3.8');
  expect(spokenNumber(Number.NaN, -3, 3.8)).toBe('0');
  expect(spokenNumber(Number.NaN, 1, 3.8)).toBe('1');
});
