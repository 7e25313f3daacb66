// What a learning platform is told, and how its API is found.

import { describe, expect, it } from 'vitest';
import { configurationOf, decodeAnswers, type GivenAnswer } from '../lab/answerCode.ts';
import type { Lesson } from '../lab/lessons/lesson.ts';
import { lesson as nextPoint } from '../lab/lessons/theNextPoint.ts';
import { findApi, Platform, type ScormApi } from './api.ts';
import { progressOf, timespan, valuesOf, withAnswer } from './progress.ts';

class KeptApi implements ScormApi {
  readonly values: Record<string, unknown>;
  constructor(values: Record<string, unknown>) {
    this.values = values;
  }
  LMSInitialize(): string {
    return 'true';
  }
  LMSGetValue(name: string): unknown {
    return this.values[name];
  }
  LMSSetValue(name: string, value: string): string {
    this.values[name] = value;
    return 'true';
  }
  LMSCommit(): string {
    return 'true';
  }
  LMSFinish(): string {
    return 'true';
  }
}
const api = (values: Record<string, unknown> = {}): KeptApi => new KeptApi(values);

interface FakeWindow {
  API?: ScormApi;
  parent: FakeWindow;
  opener?: FakeWindow | null;
}
const windowIn = (parent: FakeWindow | null, more: Partial<FakeWindow> = {}): FakeWindow => {
  const made = { ...more } as FakeWindow;
  made.parent = parent ?? made;
  return made;
};

describe('the API of the platform', () => {
  const there = api();

  it('is found around the page, and around the window that opened it', () => {
    expect(findApi(windowIn(windowIn(windowIn(null, { API: there }))))).toBe(there);
    const opener = windowIn(windowIn(null, { API: there }));
    expect(findApi(windowIn(null, { opener }))).toBe(there);
    expect(findApi(windowIn(windowIn(null, { opener })))).toBe(there);
    expect(findApi(windowIn(windowIn(null)))).toBeNull();
  });

  it('is found beyond a window that lets nobody look, and never sought for ever', () => {
    const closed = windowIn(windowIn(null, { API: there }));
    Object.defineProperty(closed, 'API', {
      get: () => {
        throw new Error('SecurityError');
      },
    });
    expect(findApi(windowIn(closed))).toBe(there);
    const one = windowIn(null);
    one.parent = windowIn(one);
    expect(findApi(one)).toBeNull();
  });

  it.each([[undefined], [''], ['normal'], ['nonsense'], [null]])('counts the visit in the mode %j', (mode) => {
    const platform = new Platform(api({ 'cmi.core.lesson_mode': mode }));
    expect(platform.isKept).toBe(true);
  });

  it.each([['browse'], ['review']])('keeps nothing in the mode %s', (mode) => {
    const shown = api({ 'cmi.core.lesson_mode': mode });
    new Platform(shown).finish({ 'cmi.core.score.raw': '50' });
    expect(shown.values).toEqual({ 'cmi.core.lesson_mode': mode });
  });

  it('may throw whatever it likes', () => {
    const thrower = (): never => {
      throw new Error('not here');
    };
    const platform = new Platform({
      ...{ LMSInitialize: thrower, LMSGetValue: thrower, LMSSetValue: thrower, LMSCommit: thrower, LMSFinish: thrower },
    });
    expect([platform.isKept, platform.get('cmi.core.lesson_status')]).toEqual([true, '']);
    platform.finish({ 'cmi.core.exit': '' });
  });
});

const lessons = [nextPoint as unknown as Lesson, { ...(nextPoint as unknown as Lesson), key: 'another' }];
const given = (change: Partial<GivenAnswer> = {}): GivenAnswer => ({
  ...{ lesson: nextPoint.key, configuration: configurationOf(nextPoint), guess: '1,2' },
  ...{ features: { direction: true }, observations: ['part'], reasons: ['rate'], answeredAt: 1, secondsTaken: 2 },
  ...change,
});

describe('what is told of the answers', () => {
  it('is the share of right predictions, and completion once every lesson is done', () => {
    const one = progressOf([given()], lessons);
    expect(one).toMatchObject({ answered: 1, done: 1, of: 2, right: 1, dropped: 0 });
    expect(valuesOf(one, 'not attempted')).toMatchObject({
      ...{ 'cmi.core.lesson_status': 'incomplete', 'cmi.core.score.raw': '100', 'cmi.core.score.max': '100' },
    });
    const both = progressOf(
      [given(), given({ lesson: 'another', features: { direction: true, length: false } })],
      lessons,
    );
    expect(valuesOf(both, 'incomplete')).toMatchObject({
      ...{ 'cmi.core.lesson_status': 'completed', 'cmi.core.score.raw': '50' },
    });
    expect(decodeAnswers(valuesOf(both, '')['cmi.suspend_data'])).toMatchObject({ answers: [{ guess: '1,2' }, {}] });
  });

  it('counts no answer and an answer without its end as neither right nor done', () => {
    const none = given({ guess: 'unknown', features: {}, reasons: ['minimum'] });
    expect(progressOf([none], lessons)).toMatchObject({ answered: 1, done: 0, right: 0 });
  });

  it('never takes back that a lesson was passed', () => {
    expect(valuesOf(progressOf([], lessons), 'passed')).not.toHaveProperty('cmi.core.lesson_status');
  });

  it('keeps the first answer, and adds what was said about it', () => {
    const first = given({ features: {}, observations: [], reasons: [] });
    const said = withAnswer([first], given({ reasons: ['minimum', 'rate'] }));
    expect(said).toEqual([given({ reasons: ['minimum', 'rate'] })]);
    expect(withAnswer(said, given({ guess: '9,9', features: { direction: false }, reasons: [] }))).toEqual(said);
  });

  it('says how long it took', () => {
    expect(timespan(0)).toBe('0000:00:00');
    expect(timespan(3_723_999)).toBe('0001:02:03');
  });
});
