// Names of columns and classes are anyone's text, and code stays code whatever they say.

import { Script } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { defaultConfig, defaultHyperparameters } from '../../lab/defaults.ts';
import { type OwnData, readOwnData } from '../../training/ownData/ownData.ts';
import { codeOf } from '../code.ts';
import { recordRun } from '../runRecord.ts';
import { scripts } from './index.ts';
import { measuredNames } from './ownColumns.ts';

const snakeCase = (words: readonly string[]): string => words.join('_');

const named = (names: readonly string[], classes?: readonly string[]): OwnData =>
  readOwnData({
    ...{ x: [[170], [180], [165], [190]], y: [0, 1, 0, 1], names },
    ...(classes !== undefined && { classes }),
  });

const harmful = [
  'a\n__import__("os")',
  'a\r\nprocess.exit(1)',
  '"""; raise SystemExit',
  "'''",
  '*/ alert(1) /*',
  '</script><script>alert(1)</script>',
  '\\frac{a}{b}$',
  '$' + '{process.exit(1)}',
  'a\u2028alert(1)',
  '\u202eevil',
  'lambda',
  '__proto__',
  'constructor',
  '1st',
  '# coding: latin-7',
  '\\',
  '身高',
];

describe('what the numbers as they were measured are called', () => {
  test.each([
    [
      ['height (cm)', 'weight'],
      ['measured_height_cm', 'measured_weight'],
    ],
    [
      ['Größe (cm)', 'naïve café'],
      ['measured_grosse_cm', 'measured_naive_cafe'],
    ],
    [
      ['class', 'class'],
      ['measured_class', 'measured_class_y'],
    ],
    [
      ['身高', ''],
      ['measured_x', 'measured_y'],
    ],
    [
      ['y', '体重'],
      ['measured_y', 'measured_y_own'],
    ],
    [
      ['one two three four five', '__proto__'],
      ['measured_one_two_three_four', 'measured_proto'],
    ],
  ])('%j', (names, expected) => {
    expect(measuredNames(['x', 'y'], named(names), snakeCase)).toEqual(expected);
  });

  test('each has another, whatever they say', () => {
    const data = { x: [[1, 2]], y: [0], names: ['y', 'y own', ''] };
    const [x1, x2, y] = measuredNames(['x1', 'x2', 'y'], data, snakeCase);
    expect([x1, x2, y]).toEqual(['measured_y', 'measured_y_own', 'measured_column_y']);
  });
});

test('the code says what the columns are and what was done to them, before its loop', () => {
  const data = named(['Größe (cm)', 'Sport'], ['nein', 'ja']);
  const config = defaultConfig('sigmoid-neuron', 'sgd', data);
  const texts = (language: 'numpy' | 'javascript', of = config) =>
    codeOf(language, of, defaultHyperparameters('sigmoid-neuron', 'sgd')).map(({ text }) => text);
  const x = 'x is Größe (cm), standardised by mean and standard deviation of the examples that are trained on.';
  expect(texts('numpy')).toEqual(expect.arrayContaining([`# ${x}`, '# y is Sport: 0 is nein, 1 is ja.']));
  expect(texts('javascript')).toContain(`// ${x}`);
  expect(texts('numpy', { ...config, standardise: false })).toContain('# x is Größe (cm).');
  expect(texts('numpy', defaultConfig('sigmoid-neuron', 'sgd')).join()).not.toContain('# ');
});

test.each(harmful)('a script stays one where a column is called %j', (name) => {
  const data = named([name, name], [name, `${name} not`]);
  for (const [problem, standardise] of [
    ['sigmoid-neuron', true],
    ['line-fit', false],
  ] as const) {
    const config = { ...defaultConfig(problem, 'sgd', data), ...(!standardise && { standardise }) };
    const hyperparameters = { ...defaultHyperparameters(problem, 'sgd'), batchSize: 2 };
    const edits = [{ step: 0, hyperparameters }];
    const other = { ...config, data: named(['b', 'b'], ['c', 'c not']) };
    for (const id of ['numpy', 'javascript'] as const) {
      const [own, plain] = [config, other].map((each) => scripts[id].write(recordRun(each, edits, 2)));
      const isRemark = (line: string): boolean => /^(?:#|\/\/) [xy]\b/.test(line);
      // Every line but the remarks, and the names of what was measured, is the same.
      const bare = (text: string): readonly string[] =>
        text.split('\n').map((line) => (isRemark(line) ? '' : line.replaceAll(/\bmeasured\w+/g, 'measured')));
      expect(bare(own)).toEqual(bare(plain));
      for (const line of own.split('\n').filter(isRemark)) expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      if (id === 'javascript') expect(() => new Script(`async () => {${own}}`)).not.toThrow();
    }
  }
});
