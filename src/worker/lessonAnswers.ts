// The numbers of lessons, computed where this is called. Every lesson is here, so whoever wants one asks by its key.

import type { Lesson, LessonRun, Shown, Typed } from '../lab/lessons/lesson.ts';
import { networkObjective } from '../training/objective/networkObjective.ts';
import { giveNetworks } from '../training/run/networks.ts';
import { experiments } from '../training/studies/experiments.ts';

const files = import.meta.glob<{ readonly lesson?: Lesson }>(['../lab/lessons/*.ts', '!**/index.ts', '!**/*.test.ts'], {
  eager: true,
});

/** @throws RangeError where there is no such lesson */
function lessonOf(key: string): Lesson {
  const lesson = Object.values(files).find((file) => file.lesson?.key === key)?.lesson;
  if (lesson === undefined) throw new RangeError(`There is no lesson ${key}.`);
  return lesson;
}

export const lessonAnswers = {
  shown(key: string, run: LessonRun): Shown {
    giveNetworks(networkObjective);
    return lessonOf(key).shown?.(experiments, run) ?? {};
  },
  truth(key: string, run: LessonRun, typed: Typed | null): unknown {
    giveNetworks(networkObjective);
    return lessonOf(key).truth(experiments, run, typed ?? undefined);
  },
};
