// The other side of a worker that computes the numbers of one lesson.

import { expose } from './calls.ts';
import { lessonAnswers } from './lessonAnswers.ts';

const exposed = {
  /** Answers as soon as the worker can: the page waits for it before it trusts the worker. */
  hello: () => true,
  ...lessonAnswers,
};

export type ExposedLessons = typeof exposed;

/** Begins to answer. The page, which shares the worker's script, never calls it. */
export const serve = (): void => expose(exposed);
