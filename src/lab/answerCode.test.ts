// A code: there and back, and what is said of a text that is none.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashNumbers } from '../training/hash.ts';
import {
  configurationOf,
  decodeAnswers,
  encodeAnswers,
  fittingCode,
  type GivenAnswer,
  givenAnswer,
} from './answerCode.ts';
import { toBase64Url } from './base64url.ts';
import { opening } from './lessonState.ts';
import { lesson } from './lessons/theNextPoint.ts';

const word = fc.stringMatching(/^[a-z][A-Za-z0-9]{0,11}$/);
const seconds = fc.option(fc.integer({ min: 0, max: 4e9 }));
const answers = fc.array(
  fc.record<GivenAnswer>({
    lesson: fc.stringMatching(/^[a-z][a-z-]{0,30}$/),
    configuration: fc.stringMatching(/^[0-9a-f]{8}$/),
    guess: fc.stringMatching(/^[A-Za-z0-9,;.+_-]{0,40}$/),
    features: fc.dictionary(word, fc.boolean(), { noNullPrototype: true }).map((named) => ({ ...named })),
    observations: fc.array(word, { maxLength: 4 }),
    reasons: fc.array(word, { maxLength: 4 }),
    answeredAt: seconds,
    secondsTaken: seconds,
  }),
  { minLength: 1, maxLength: 8 },
);

const one: GivenAnswer = {
  ...{ lesson: 'the-next-point', configuration: '0123abcd', guess: '-0.5,1.25' },
  features: { direction: true, length: false },
  ...{ observations: ['part'], reasons: ['minimum', 'rate'], answeredAt: 1_790_000_000, secondsTaken: 42 },
};

describe('a code', () => {
  it('leads back to what it was made of', () => {
    fc.assert(
      fc.property(answers, (given) => {
        expect(decodeAnswers(encodeAnswers(given))).toEqual({ answers: given });
      }),
    );
  });

  it('has only signs that nothing escapes', () => {
    fc.assert(
      fc.property(answers, (given) => {
        expect(encodeAnswers(given)).toMatch(/^MBL1-[A-Za-z0-9_-]+$/);
      }),
    );
  });

  it('cut anywhere is said to be broken', () => {
    fc.assert(
      fc.property(answers, fc.nat(), (given, place) => {
        const code = encodeAnswers(given);
        const cut = code.slice(0, 'MBL1-'.length + (place % (code.length - 'MBL1-'.length)));
        expect(decodeAnswers(cut)).toEqual({ fault: 'broken' });
      }),
    );
  });

  it('with another sign anywhere is never another answer', () => {
    fc.assert(
      fc.property(answers, fc.nat(), fc.constantFrom(...'Az09-_ #'), (given, place, sign) => {
        const code = encodeAnswers(given);
        const at = 'MBL1-'.length + (place % (code.length - 'MBL1-'.length));
        const changed = decodeAnswers(code.slice(0, at) + sign + code.slice(at + 1));
        if ('answers' in changed) expect(changed.answers).toEqual(given);
        else expect(changed.fault).toBe('broken');
      }),
    );
  });

  it.each([
    ['MBL2-AAAA', 'newer'],
    ['MBL17-', 'newer'],
    ['MBL0-AAAA', 'foreign'],
    ['', 'foreign'],
    ['Anna', 'foreign'],
    ['mbl1-AAAA', 'foreign'],
    ['MBL1-', 'broken'],
    ['MBL1-====', 'broken'],
  ])('%s is %s', (text, fault) => {
    expect(decodeAnswers(text)).toEqual({ fault });
  });

  it('far too long is broken', () => {
    expect(decodeAnswers(`MBL1-${'A'.repeat(100_000)}`)).toEqual({ fault: 'broken' });
  });

  it('may have parts that are known later', () => {
    const line = 'counting|0123abcd|4|exact+|all|rate|a|b|later|still later';
    const check = hashNumbers(Float64Array.from(line, (sign) => sign.charCodeAt(0)));
    expect(decodeAnswers(`MBL1-${toBase64Url(check + line)}`)).toMatchObject({
      answers: [{ lesson: 'counting', guess: '4', features: { exact: true }, answeredAt: 10, secondsTaken: 11 }],
    });
  });

  it('says the same question by the same mark, another by another', () => {
    expect(configurationOf(lesson)).toBe(configurationOf({ ...lesson }));
    expect(configurationOf({ ...lesson, settings: `${lesson.settings}&seed=9` })).not.toBe(configurationOf(lesson));
  });
});

describe('what is given', () => {
  it('is nothing while the question is asked', () => {
    expect(givenAnswer(opening('the-next-point', '1,2'), lesson)).toBeNull();
  });

  it('says answer, features, choices, and times', () => {
    const open = {
      ...opening('the-next-point', '1,2'),
      ...({ phase: 'done', features: { direction: true }, observations: ['part'], reasons: ['rate'] } as const),
      ...{ askedAt: 5_000, committedAt: 12_400 },
    };
    expect(givenAnswer(open, lesson)).toEqual({
      ...{ lesson: 'the-next-point', configuration: configurationOf(lesson), guess: '1,2' },
      ...{ features: { direction: true }, observations: ['part'], reasons: ['rate'] },
      ...{ answeredAt: 12, secondsTaken: 7 },
    });
  });
});

describe('a code with little room', () => {
  const many = Array.from({ length: 45 }, (_, place) => ({ ...one, lesson: `lesson-${place}` }));

  it('drops the oldest answers first and keeps what was right of them', () => {
    const { code, dropped } = fittingCode(many, 4096);
    expect(code.length).toBeLessThanOrEqual(4096);
    expect(dropped).toBeGreaterThan(0);
    expect(dropped).toBeLessThan(45);
    const { answers: kept } = decodeAnswers(code) as { answers: readonly GivenAnswer[] };
    expect(kept.map(({ lesson: key }) => key)).toEqual(many.map(({ lesson: key }) => key));
    expect(kept.map(({ guess }) => guess === '')).toEqual(many.map((_, place) => place < dropped));
    expect(kept[0].features).toEqual(one.features);
    // One less would not have been enough.
    const emptied = (answer: GivenAnswer) => ({ ...answer, guess: '', observations: [], secondsTaken: null });
    const oneLess = many.map((answer, place) => (place < dropped - 1 ? emptied(answer) : answer));
    expect(encodeAnswers(oneLess).length).toBeGreaterThan(4096);
  });

  it('drops nothing where everything fits', () => {
    expect(fittingCode(many.slice(0, 5), 4096)).toEqual({ code: encodeAnswers(many.slice(0, 5)), dropped: 0 });
  });

  it('fits whatever there is', () => {
    fc.assert(
      fc.property(answers, fc.integer({ min: 20, max: 600 }), (given, room) => {
        expect(fittingCode(given, room).code.length).toBeLessThanOrEqual(room);
      }),
    );
  });
});
