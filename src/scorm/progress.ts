// What a learning platform is told of the answers: how far the learner has come, what was right, and the code of it all.

import { fittingCode, type GivenAnswer } from '../lab/answerCode.ts';
import type { Lesson } from '../lab/lessons/lesson.ts';

/** Characters that SCORM 1.2 keeps of `cmi.suspend_data`. */
export const mostSuspended = 4096;

export interface Progress {
  readonly answered: number;
  readonly done: number;
  readonly of: number;
  /** Predictions all of whose features are right. */
  readonly right: number;
  readonly code: string;
  /** Answers that were left out of the code for want of room, the oldest ones. */
  readonly dropped: number;
}

/** The answers with this one in its place: the first answer to a question counts, what is said about it is added. */
export function withAnswer(answers: readonly GivenAnswer[], next: GivenAnswer): readonly GivenAnswer[] {
  const known = answers.find(({ lesson }) => lesson === next.lesson);
  if (known === undefined) return [...answers, next];
  const isLonger = (one: readonly string[], other: readonly string[]) => (one.length > other.length ? one : other);
  const merged: GivenAnswer = {
    ...known,
    // Whoever comes back says once more what happened: what was said first stays.
    observations: isLonger(known.observations, next.guess === known.guess ? next.observations : []),
    reasons: isLonger(known.reasons, next.reasons),
    features: Object.keys(known.features).length > 0 || next.guess !== known.guess ? known.features : next.features,
  };
  return answers.map((answer) => (answer === known ? merged : answer));
}

/** @param lessons those of the package */
export function progressOf(answers: readonly GivenAnswer[], lessons: readonly Lesson[]): Progress {
  const own = answers.filter(({ lesson }) => lessons.some(({ key }) => key === lesson));
  const isDone = ({ lesson: key, reasons }: GivenAnswer): boolean => {
    const lesson = lessons.find((known) => known.key === key);
    return reasons.some((reason) => lesson?.reasons[reason] === null);
  };
  const isRight = ({ features }: GivenAnswer): boolean => {
    const all = Object.values(features);
    return all.length > 0 && all.every(Boolean);
  };
  return {
    ...{ answered: own.length, done: own.filter(isDone).length, of: lessons.length, right: own.filter(isRight).length },
    ...(answers.length === 0 ? { code: '', dropped: 0 } : fittingCode(answers, mostSuspended)),
  };
}

/** What a platform keeps of it. @param before the status that it has, which never falls */
export function valuesOf(
  { answered, done, of, right, code }: Progress,
  before: string,
): Readonly<Record<string, string>> {
  const isOver = /^(completed|passed|failed)$/.test(before);
  return {
    ...(!isOver && { 'cmi.core.lesson_status': done >= of ? 'completed' : 'incomplete' }),
    ...(answered > 0 && {
      'cmi.core.score.min': '0',
      'cmi.core.score.max': '100',
      'cmi.core.score.raw': String(Math.round((100 * right) / answered)),
    }),
    'cmi.suspend_data': code,
  };
}

/** A length of time as SCORM 1.2 writes it. @param milliseconds below 9999 hours */
export function timespan(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(Math.floor(seconds / 3600)).padStart(4, '0')}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
