import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batchSizeField, learningRateField, warmupField, weightField } from '../../lab/fields.ts';
import { type Field, fieldProblem, type ListField, type NumberField } from '../../training/field.ts';
import { optimizers } from '../../training/optimizers/index.ts';
import { commonFields } from '../../training/problem.ts';
import { problems } from '../../training/problems/index.ts';
import { schedules } from '../../training/schedules/index.ts';
import { createFormats } from './format.ts';
import { createNumberText, listWords, type NumberReading } from './numberText.ts';

const languages = { en: createNumberText('en'), de: createNumberText('de') };
const codes = ['en', 'de'] as const;
const read = (reading: NumberReading): number | string => (reading.kind === 'number' ? reading.value : reading.kind);

describe('a number that is typed', () => {
  it.each([
    ['0.05', 0.05],
    ['0,05', 0.05],
    ['.5', 0.5],
    [',5', 0.5],
    ['5.', 5],
    ['1,5', 1.5],
    ['1,2345', 1.2345],
    ['0,125', 0.125],
    ['0.125', 0.125],
    ['1234,567', 1234.567],
    ['007', 7],
    ['+3', 3],
    ['-1.8', -1.8],
    ['−1,8', -1.8],
    ['– 1.8', -1.8],
    ['  0.1 \t', 0.1],
    ['\u200e0.1\u202c', 0.1],
    ['1e-3', 1e-3],
    ['1E−3', 1e-3],
    ['2,5e+4', 2.5e4],
    ['10^-3', 1e-3],
    ['-10^2', -100],
    ['10 ** -3', 1e-3],
    ['10⁻³', 1e-3],
    ['1.00 × 10⁻⁵', 1e-5],
    ['1,23 x 10^5', 1.23e5],
    ['2*10^-3', 2e-3],
    ['2 · 10 ^ −3', 2e-3],
    ['0 × 10⁵', 0],
    ['-0', 0],
    ['１２．５', 12.5],
    ['0，05', 0.05],
    ['1,234.5', 1234.5],
    ['1.234,5', 1234.5],
    ['1,234,567', 1234567],
    ['1.234.567', 1234567],
    ['1 234,5', 1234.5],
    ['1\u202f234\u202f567.5', 1234567.5],
    ['12\u00a0345', 12345],
    ["1'234.5", 1234.5],
    ['1’234', 1234],
  ])('%j is %f in either language', (text, value) => {
    for (const code of codes) expect(read(languages[code].read(text)), code).toBe(value);
  });

  it.each([
    '',
    ' ',
    '-',
    '.',
    ',',
    'e',
    'e5',
    '1e',
    '1e-',
    'abc',
    '5x',
    '0,05x',
    '1..2',
    '1,,2',
    '0.1.2',
    '1,2,3',
    '0,123,456',
    '1,23.456,7',
    '1.234,567.8',
    '12 34',
    '1 2',
    "0'123",
    '5 %',
    '1/2',
    '½',
    '0x10',
    '0b1',
    'Infinity',
    '∞',
    'NaN',
    '—',
    '--1',
    '- -1',
    '1-2',
    '2^3',
    '10^',
    '10^0.5',
    '1e0.5',
    '5 × 3',
    '1_000',
    '１e',
    'null',
    '[1]',
    '1\n2',
  ])('%j is not read', (text) => {
    for (const code of codes) expect(read(languages[code].read(text)), code).toBe('unreadable');
  });

  it.each(['1e400', '-1e400', '1e-400', '0.1 × 10^-330', '10^999'])('%j is beyond what a number can be', (text) => {
    for (const code of codes) expect(read(languages[code].read(text)), code).toBe('beyond');
  });
});

describe('a sign that may group or be decimal', () => {
  it.each([
    // text, English, English whole, German, German whole
    ['1,234', 'ambiguous', 1234, 1.234, 'ambiguous'],
    ['1.234', 1.234, 'ambiguous', 'ambiguous', 1234],
    ['-1,234', 'ambiguous', -1234, -1.234, 'ambiguous'],
    ['12,345', 12345, 12345, 12.345, 'ambiguous'],
    ['12.345', 12.345, 'ambiguous', 12345, 12345],
    ['1,000', 'ambiguous', 1000, 1, 'ambiguous'],
    ['1.000', 1, 'ambiguous', 'ambiguous', 1000],
    ['1.0', 1, 1, 1, 1],
    ['1,5', 1.5, 1.5, 1.5, 1.5],
  ])('%s', (text, ...meant) => {
    const { en, de } = languages;
    expect([en.read(text), en.read(text, true), de.read(text), de.read(text, true)].map(read)).toEqual(meant);
  });

  it('says the two numbers that it may mean', () => {
    expect(languages.en.read('−1,234e1')).toEqual({ kind: 'ambiguous', grouped: -12340, decimal: -12.34 });
  });
});

describe('a number that is shown to be typed over', () => {
  it('is written in the language of the page', () => {
    expect([0.05, -1.8, 100, 12345.5, 2.5e-7, 1e21, -0].map(languages.en.exact)).toEqual([
      '0.05',
      '−1.8',
      '100',
      '12345.5',
      '2.5e−7',
      '1e21',
      '0',
    ]);
    expect([0.05, -1.8, 12345.5, 2.5e-7].map(languages.de.exact)).toEqual(['0,05', '−1,8', '12345,5', '2,5e−7']);
  });

  it('reads as the very same number', () => {
    const number = fc.oneof(
      fc.double({ noDefaultInfinity: true, noNaN: true }),
      fc.double({ min: -1e4, max: 1e4, noNaN: true }),
      fc.integer(),
      fc.integer({ min: -99_999_999, max: 99_999_999 }).map((thousandths) => thousandths / 1000),
    );
    fc.assert(
      fc.property(number, fc.constantFrom(...codes), (value, code) => {
        const { exact, read } = languages[code];
        expect(read(exact(value))).toEqual({ kind: 'number', value: value + 0 });
        if (Number.isInteger(value)) expect(read(exact(value), true)).toEqual({ kind: 'number', value: value + 0 });
      }),
      { numRuns: 4_000 },
    );
  });

  it('reads whatever number the page itself prints', () => {
    const value = fc.double({ min: -1e12, max: 1e12, noNaN: true });
    fc.assert(
      fc.property(value, fc.constantFrom(...codes), fc.integer({ min: 0, max: 6 }), (value, code, decimals) => {
        const format = createFormats(code);
        const rounded = Number(value.toPrecision(3));
        expect(format.read(format.number(rounded))).toEqual({ kind: 'number', value: rounded + 0 });
        expect(format.read(format.signed(rounded))).toEqual({ kind: 'number', value: rounded + 0 });
        const count = Math.round(value);
        expect(format.read(format.count(count), true)).toEqual({ kind: 'number', value: count + 0 });
        const fixed = Number(value.toFixed(decimals));
        if (Number.isSafeInteger(Math.round(fixed)) && fixed.toFixed(decimals) === value.toFixed(decimals))
          expect(format.read(format.fixed(value, decimals))).toMatchObject({ kind: 'number' });
      }),
      { numRuns: 1_000 },
    );
  });
});

it('ends soon whatever is typed', () => {
  const signs = fc.constantFrom(...'0123456789.,-+e^×x* \u202f’⁻³abc∞');
  fc.assert(
    fc.property(fc.array(signs, { maxLength: 60 }), fc.constantFrom(...codes), (typed, code) => {
      const reading = languages[code].read(typed.join(''));
      if (reading.kind === 'number') expect(Number.isFinite(reading.value)).toBe(true);
    }),
    { numRuns: 4_000 },
  );
});

describe('every field of the page', () => {
  const fields: readonly Field[] = [
    ...commonFields,
    learningRateField,
    batchSizeField,
    warmupField,
    weightField('start1', 'Start w1'),
    ...[problems, optimizers, schedules].flatMap((registry) =>
      Object.values(registry).flatMap((entry: { readonly fields: readonly Field[] }) => entry.fields),
    ),
  ];
  const numbers = fields.filter((field): field is NumberField => field.kind === 'number');
  const lists = fields.filter((field): field is ListField => field.kind === 'list');

  it.each(codes)('shows in %s what reads as the very same value', (code) => {
    expect(numbers.length).toBeGreaterThan(40);
    const { exact, read: readText } = languages[code];
    for (const field of numbers) {
      const { min, max, integer = false, minOpen = false, maxOpen = false } = field;
      const value = integer
        ? fc.integer({ min, max })
        : fc.double({ min, max, minExcluded: minOpen, maxExcluded: maxOpen, noNaN: true });
      fc.assert(
        fc.property(fc.oneof(fc.constant(field.default), value), (inForce) => {
          fc.pre(fieldProblem(field, inForce) === null);
          expect(readText(exact(inForce), integer), field.name).toEqual({ kind: 'number', value: inForce + 0 });
        }),
        { numRuns: 100 },
      );
    }
  });

  it.each(codes)('shows lists in %s that read as the very same list', (code) => {
    expect(lists.length).toBeGreaterThan(0);
    const { exact, read: readText } = languages[code];
    for (const { min, max } of lists)
      fc.assert(
        fc.property(
          fc.array(fc.integer({ min, max })),
          fc.constantFrom(', ', ',', '; ', ' ', '，'),
          (list, between) => {
            const words = listWords(list.map(exact).join(between));
            expect(words.map((word) => read(readText(word, true)))).toEqual(list);
          },
        ),
        { numRuns: 100 },
      );
  });
});
