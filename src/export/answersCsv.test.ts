// The table of answers: separators by language, and harmless cells.

import { describe, expect, it } from 'vitest';
import { configurationOf } from '../lab/answerCode.ts';
import type { AnswersTo, ReadAnswer } from '../lab/answerColumn.ts';
import type { Lesson } from '../lab/lessons/lesson.ts';
import { lesson as nextPoint } from '../lab/lessons/theNextPoint.ts';
import { answersCsv } from './answersCsv.ts';

const answer = (change: Partial<ReadAnswer> = {}): ReadAnswer => ({
  ...{ line: 1, label: 'Anna', prediction: [-0.5, 1.25], kind: 'said', isSame: true },
  given: {
    ...{ lesson: nextPoint.key, configuration: configurationOf(nextPoint), guess: '-0.5,1.25' },
    features: { direction: true, length: false },
    ...{ observations: ['part'], reasons: ['minimum', 'rate'], answeredAt: 0, secondsTaken: 12.5 },
  },
  ...change,
});
const groups = (...answers: readonly ReadAnswer[]): readonly AnswersTo[] => [
  { lesson: nextPoint as unknown as Lesson, answers },
];

describe('the table of answers', () => {
  it('has a row an answer', () => {
    const [head, row, end] = answersCsv(groups(answer()), '.').split('\r\n');
    expect(head.startsWith('\ufeffline,name,lesson')).toBe(true);
    const why = `minimum rate,${nextPoint.reasons.minimum}`;
    expect(row).toBe(`1,Anna,the-next-point,yes,'-0.5 1.25,direction,length,part,${why},1970-01-01T00:00:00.000Z,12.5`);
    expect(end).toBe('');
  });

  it('has semicolons where the decimal sign is a comma', () => {
    const [, row] = answersCsv(groups(answer({ label: 'Meier; Jo', prediction: 0.5 })), ',').split('\r\n');
    expect(row).toContain('1;"Meier; Jo";the-next-point;yes;0,5;');
    expect(row).toContain(';12,5');
  });

  it.each(['=1+1', '+1', '-1', '@sum', '\t=1'])('runs nothing of %j', (label) => {
    for (const decimal of ['.', ','])
      expect(answersCsv(groups(answer({ label })), decimal).split('\r\n')[1]).toMatch(/^1[,;]"?'/);
  });

  it('leaves empty what is not known', () => {
    const [, row] = answersCsv(groups(answer({ kind: 'unknown', prediction: null })), '.').split('\r\n');
    expect(row).toContain(',yes,unknown,');
  });
});
