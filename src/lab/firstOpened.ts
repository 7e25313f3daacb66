// What the page opens with where nothing is said: the first question, or a run alone.

import type { ProblemId } from '../training/problems/index.ts';
import { defaultConfig, defaultHyperparameters, defaultOptimizer, defaultProblem } from './defaults.ts';
import { type OpenLesson, opening } from './lessonState.ts';
import { firstLesson } from './lessons/firstLesson.ts';
import type { ReadLink } from './url.ts';

export interface Opened {
  readonly link: ReadLink;
  /** The lesson that is open from the beginning; null is free play. */
  readonly lesson: OpenLesson | null;
}

/** The run on a problem of which nothing else is said. */
const plainLink = (problem: ProblemId): ReadLink => ({
  config: defaultConfig(problem, defaultOptimizer),
  hyperparameters: defaultHyperparameters(problem, defaultOptimizer),
  ...{ step: 0, phase: null, refused: [] },
});

export const freePlay = (): Opened => ({ link: plainLink(defaultProblem), lesson: null });

/** The first question is asked. */
export function firstAsked(): Opened {
  const link = plainLink(firstLesson.problem);
  const { config, hyperparameters } = link;
  return { link, lesson: { ...opening(firstLesson.key), run: { config, hyperparameters } } };
}
