// Every lesson has words in both languages, and they name what its file names.

import { describe, expect, it } from 'vitest';
import { lessons } from '../../lab/lessons/index.ts';
import type { Lesson } from '../../lab/lessons/lesson.ts';
import { parseLink } from '../../lab/url.ts';
import { networkObjective } from '../../training/objective/networkObjective.ts';
import { giveNetworks } from '../../training/run/networks.ts';
import { experiments } from '../../training/studies/experiments.ts';
import { lessonTitles as german } from '../text/de/lessonTitles.ts';
import { lessonTitles as english } from '../text/en/lessonTitles.ts';
import { wordFiles } from './lessonFiles.ts';
import type { LessonText } from './lessonText.ts';

giveNetworks(networkObjective);

const names = (record: Readonly<Record<string, unknown>> | undefined): readonly string[] =>
  Object.keys(record ?? {}).sort();

/** What the words of a lesson lack, or say of what there is not. */
function faultsOf(lesson: Lesson, truth: unknown, words: LessonText): readonly string[] {
  const shown = lesson.shown?.(experiments, parseLink(`#${lesson.settings}`)) ?? {};
  const outcome = lesson.outcome(truth);
  const { form } = lesson;
  const pairs: readonly (readonly [what: string, ofLesson: readonly string[], ofWords: readonly string[]])[] = [
    ['features', names(lesson.features(outcome, truth)), names(words.features)],
    ['observations', names(lesson.observations(truth)), names(words.observations)],
    ['reasons', names(lesson.reasons), names(words.reasons)],
    [
      'figures',
      names({ ...shown.figures, ...lesson.figures(truth, outcome), ...lesson.figures(truth, null) }),
      names(words.figures),
    ],
    ['options', form.kind === 'choose' ? [...form.options].sort() : [], names(words.options)],
    ['curves', names(shown.others), names(words.curves)],
    [
      'rows',
      form.kind === 'fill' ? [...form.given, ...form.asked].map(({ row }) => row).sort() : [],
      names(words.rows),
    ],
  ];
  return pairs.flatMap(([what, ofLesson, ofWords]) =>
    ofLesson.join() === ofWords.join() ? [] : [`${what}: ${ofLesson.join()} but words for ${ofWords.join()}`],
  );
}

describe.each(lessons.map(({ key, load }) => [key, load] as const))('%s', (key, load) => {
  it('has words for all that its file names, in both languages', async () => {
    const lesson = await load();
    const truth = lesson.truth(experiments, parseLink(`#${lesson.settings}`));
    for (const file of wordFiles(key)) expect(faultsOf(lesson, truth, (await file()).words)).toEqual([]);
  });

  it('has one true observation, one right reason, and an outcome with all features', async () => {
    const lesson = await load();
    const truth = lesson.truth(experiments, parseLink(`#${lesson.settings}`));
    expect(Object.values(lesson.observations(truth)).filter(Boolean)).toHaveLength(1);
    expect(Object.values(lesson.reasons).filter((misconception) => misconception === null)).toHaveLength(1);
    expect(Object.values(lesson.features(lesson.outcome(truth), truth))).not.toContain(false);
    expect(structuredClone(truth)).toEqual(truth);
  });

  it('goes by its title', async () => {
    const plain = english[key]
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '');
    expect(plain).toBe(key);
    const [inEnglish, inGerman] = await Promise.all(wordFiles(key).map(async (file) => (await file()).words.title));
    expect([english[key], german[key]]).toEqual([inEnglish, inGerman]);
  });
});
