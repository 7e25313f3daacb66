// What each lesson claims, over 20 seeds of the lab's own engine; and that its words say what its file asks them to.

import { describe, expect, it } from 'vitest';
import { experiments } from '../../training/studies/experiments.ts';
import type { LessonText } from '../../ui/lesson/lessonText.ts';
import { defaultSeed } from '../defaults.ts';
import { parseLink } from '../url.ts';
import { lessons } from './index.ts';

/** Lessons whose truth is itself a count over a seed and the 19 after it. */
const counts = ['out-of-the-wrong-valley', 'one-unit-too-few'];

const groupOf = (first: number): readonly number[] => Array.from({ length: 20 }, (_, index) => first + index);

/** What `compute` makes of a seed, computed once: a truth may take half a second. */
function oncePerSeed<Value>(compute: (seed: number) => Value): (seed: number) => Value {
  const kept = new Map<number, Value>();
  return (seed) => {
    if (!kept.has(seed)) kept.set(seed, compute(seed));
    return kept.get(seed) as Value;
  };
}

const camelCase = (key: string): string => key.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

const wordsOf = async (language: 'en' | 'de', key: string): Promise<LessonText> =>
  (await import(`../../ui/text/${language}/lessons/${camelCase(key)}.ts`)).words;

describe.each(lessons)('$key', ({ key, load }) => {
  const truthOf = oncePerSeed(async (seed) => {
    const lesson = await load();
    const { config, hyperparameters } = parseLink(`#${lesson.settings}`);
    return lesson.truth(experiments, { config: { ...config, seed }, hyperparameters });
  });

  it('holds what it claims for so many of 20 seeds', async () => {
    const lesson = await load();
    const { ofTwenty, holds } = lesson.claim;
    for (const first of ofTwenty === undefined ? [1] : [1, 21, 41]) {
      const truths = await Promise.all(groupOf(first).map(truthOf));
      const count = truths.filter((truth) => holds.call(lesson.claim, truth)).length;
      const [least, most] = ofTwenty ?? [18, 20];
      expect(count).toBeGreaterThanOrEqual(least);
      expect(count).toBeLessThanOrEqual(most);
      for (const truth of truths) {
        if (!holds.call(lesson.claim, truth)) continue;
        expect(Object.values(lesson.observations(truth)).filter(Boolean)).toHaveLength(1);
        const features = lesson.features(lesson.outcome(truth) as never, truth);
        expect(Object.values(features).every(Boolean)).toBe(true);
        if (lesson.form.kind === 'sketch') {
          const { low, high } = lesson.form;
          for (const y of lesson.outcome(truth) as readonly number[]) expect(y >= low && y <= high).toBe(true);
        }
      }
    }
  });

  it.runIf(counts.includes(key))('counts what it claims in three groups of 20 seeds', async () => {
    const { claim } = await load();
    for (const first of [1, 21, 41]) expect(claim.holds(await truthOf(first))).toBe(true);
  });

  it('holds in the lab as the lesson opens it', async () => {
    const lesson = await load();
    const truth = await truthOf(defaultSeed);
    expect(lesson.claim.holds(truth)).toBe(true);
    const isPlain = JSON.stringify(truth) === JSON.stringify(structuredClone(truth));
    expect(isPlain).toBe(true);
  });

  it('is asked with settings that every link may have', async () => {
    const { settings, change = '', key: own } = await load();
    expect(own).toBe(key);
    expect(parseLink(`#${settings}`).refused).toEqual([]);
    expect(parseLink(`#${settings}&${change}`).refused).toEqual([]);
  });

  it.each(['en', 'de'] as const)('has every word in %s', async (language) => {
    const lesson = await load();
    const words = await wordsOf(language, key);
    const { config, hyperparameters } = parseLink(`#${lesson.settings}`);
    const truth = await truthOf(defaultSeed);
    const outcome = lesson.outcome(truth) as never;
    const shown = lesson.shown?.(experiments, { config, hyperparameters });
    const keys = (named: object | undefined): string[] => Object.keys(named ?? {}).sort();
    expect(keys(words.features)).toEqual(keys(lesson.features(outcome, truth)));
    expect(keys(words.observations)).toEqual(keys(lesson.observations(truth)));
    expect(keys(words.reasons)).toEqual(keys(lesson.reasons));
    const figures = { ...shown?.figures, ...lesson.figures(truth, outcome) };
    expect(keys(words.figures)).toEqual(keys(figures));
    if (lesson.form.kind === 'choose') expect(keys(words.options)).toEqual([...lesson.form.options].sort());
    expect(keys(words.curves)).toEqual(keys(shown?.others));
    expect(words.axes !== undefined).toBe(lesson.form.kind === 'sketch');
    expect(words.quantity !== undefined).toBe(lesson.form.kind === 'set');
    if (lesson.form.kind === 'fill') {
      const { given, asked } = lesson.form;
      expect(keys(words.rows)).toEqual([...given, ...asked].map(({ row }) => row).sort());
      const cells = keys(lesson.outcome(truth) as object);
      const slips = cells.flatMap((cell) => keys(lesson.slips?.(truth, cell, {})));
      expect(keys(words.slips)).toEqual([...new Set(slips)].sort());
    }
    expect(Object.values(lesson.reasons).filter((misconception) => misconception === null)).toHaveLength(1);
    if (language === 'en') {
      const plain = words.title.toLowerCase().replace(/[^a-z0-9 ]/g, '');
      expect(plain.replaceAll(' ', '-')).toBe(key);
    }
  });
});
