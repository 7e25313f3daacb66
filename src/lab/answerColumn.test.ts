// A pasted column: every code that can be read is, and one sentence stands for each that cannot.

import { describe, expect, it } from 'vitest';
import { configurationOf, encodeAnswers, type GivenAnswer } from './answerCode.ts';
import { answersByLesson, countFirst, histogram, readColumn } from './answerColumn.ts';
import { lesson as counting } from './lessons/counting.ts';
import type { Lesson } from './lessons/lesson.ts';
import { lesson as nextPoint } from './lessons/theNextPoint.ts';

const lessons = new Map<string, Lesson>(
  [nextPoint as unknown as Lesson, counting as unknown as Lesson].map((lesson) => [lesson.key, lesson]),
);

const given = (change: Partial<GivenAnswer> = {}): GivenAnswer => ({
  ...{ lesson: nextPoint.key, configuration: configurationOf(nextPoint), guess: '0.5,-1.25' },
  ...{ features: { direction: true }, observations: [], reasons: [], answeredAt: 1, secondsTaken: 2 },
  ...change,
});
const code = (change: Partial<GivenAnswer> = {}): string => encodeAnswers([given(change)]);

describe('a column of codes', () => {
  it('of 300 names the 5 that are broken and keeps the rest', () => {
    const column = Array.from({ length: 300 }, (_, place) => code({ secondsTaken: place }));
    column[10] = column[10].slice(0, column[10].length / 2);
    column[20] = column[20].replace('MBL1-', 'MBL2-');
    column[30] = 'I have lost my code';
    column[40] = code({ lesson: 'the-flying-carpet' });
    column[50] = code({ guess: 'left' });
    const { lines, faults } = readColumn(column.join('\n'));
    const sorted = answersByLesson(lines, lessons);
    expect([...faults, ...sorted.faults]).toEqual([
      { line: 11, fault: 'broken', lesson: '' },
      { line: 21, fault: 'newer', lesson: '' },
      { line: 31, fault: 'foreign', lesson: '' },
      { line: 41, fault: 'lesson', lesson: 'the-flying-carpet' },
      { line: 51, fault: 'answer', lesson: nextPoint.key },
    ]);
    expect(sorted.groups).toHaveLength(1);
    expect(sorted.groups[0].answers).toHaveLength(295);
    expect(sorted.groups[0].answers[0].prediction).toEqual([0.5, -1.25]);
  });

  it.each([
    ['Anna\t', 'Anna'],
    ['"Meier, Jo",', 'Meier, Jo'],
    ['', ''],
    ['  7; ', '7'],
  ])('keeps what stands before a code: %j', (before, label) => {
    expect(readColumn(`\n${before}${code()}\r\n\r\n`).lines).toEqual([{ line: 2, label, answers: [given()] }]);
  });

  it('reads every code of a line, as of a row of cells', () => {
    const [first, second] = [code(), code({ secondsTaken: 9 })];
    const { lines, faults } = readColumn(`Anna\t${first}\tBen; ${second}, ${first.slice(0, 20)}\n${second}${second}`);
    expect(lines.map(({ line, label, answers }) => [line, label, answers[0].secondsTaken])).toEqual([
      [1, 'Anna', 2],
      [1, 'Ben', 9],
    ]);
    expect(faults).toEqual([1, 2].map((line) => ({ line, fault: 'broken', lesson: '' })));
  });

  it('tells apart who does not know, what was dropped, and what was asked otherwise', () => {
    const column = [
      code({ guess: 'unknown' }),
      code({ guess: '' }),
      code({ configuration: '00000000', guess: 'left' }),
    ];
    const { groups, faults } = answersByLesson(readColumn(column.join('\n')).lines, lessons);
    expect(faults).toEqual([]);
    expect(groups[0].answers.map(({ kind, isSame }) => [kind, isSame])).toEqual([
      ['unknown', true],
      ['dropped', true],
      ['dropped', false],
    ]);
  });
});

describe('what is counted', () => {
  it('is what stands first', () => {
    expect(countFirst(['a', 'b'], [['a', 'b'], ['b'], ['a'], []])).toEqual([
      { name: 'a', count: 2 },
      { name: 'b', count: 1 },
    ]);
  });

  it('is every number once, those at the ends as well', () => {
    const bins = histogram([0, 0.5, 9.9, 10, 10], { min: 0, max: 10 });
    expect(bins.map(({ count }) => count)).toEqual([2, 0, 0, 0, 0, 0, 0, 0, 0, 3]);
    const ratios = histogram([1, 5, 50, 1000], { min: 1, max: 1000, isLogarithmic: true }, 3);
    expect(ratios.map(({ count }) => count)).toEqual([2, 1, 1]);
    expect(ratios[1].from).toBeCloseTo(10, 9);
  });
});
