// A column of codes as it was pasted, one a line, and the answers in them by lesson. Whatever cannot be read is named, and
// the rest is there all the same.

import { type CodeFault, configurationOf, decodeAnswers, type GivenAnswer } from './answerCode.ts';
import { parseGuess, unknownGuess } from './lessonGuess.ts';
import type { Prediction } from './lessonState.ts';
import type { Lesson } from './lessons/lesson.ts';

export interface ReadLine {
  /** Counted from 1, empty lines as well. */
  readonly line: number;
  /** What stands before the code, as a name in a column beside it. */
  readonly label: string;
  readonly answers: readonly GivenAnswer[];
}

/** What cannot be read: a code, a lesson that is not known, or an answer that its lesson cannot take. */
export interface LineFault {
  readonly line: number;
  readonly fault: CodeFault | 'lesson' | 'answer';
  /** The lesson; empty where it is the code. */
  readonly lesson: string;
}

export interface ReadAnswer {
  readonly line: number;
  readonly label: string;
  readonly given: GivenAnswer;
  /** What was predicted; null where the answer was that one does not know, or was left out for want of room. */
  readonly prediction: Prediction | null;
  readonly kind: 'said' | 'unknown' | 'dropped';
  /** Whether the question was the one that this page knows. */
  readonly isSame: boolean;
}

export interface AnswersTo {
  readonly lesson: Lesson;
  readonly answers: readonly ReadAnswer[];
}

/** Most lines that are read. */
const mostLines = 5000;

/** Reads what was pasted: codes a line, mostly one; whatever stands before a code is its label. */
export function readColumn(text: string): {
  readonly lines: readonly ReadLine[];
  readonly faults: readonly LineFault[];
} {
  const lines: ReadLine[] = [];
  const faults: LineFault[] = [];
  for (const [index, written] of text.split(/\r\n|[\n\r\u2028]/, mostLines).entries()) {
    if (written.trim() === '') continue;
    const line = index + 1;
    let end = 0;
    for (const { 0: code, index } of codesIn(written)) {
      const decoded = decodeAnswers(code);
      if ('fault' in decoded) faults.push({ line, fault: decoded.fault, lesson: '' });
      else lines.push({ line, label: labelOf(written.slice(end, index)), answers: decoded.answers });
      end = index + code.length;
    }
  }
  return { lines, faults };
}

/** All codes of a line; a line without one stands for a code that is none. */
function codesIn(written: string): readonly { readonly 0: string; readonly index: number }[] {
  const codes = Array.from(written.matchAll(/MBL\d+-[\w-]*/g));
  return codes.length > 0 ? codes : [{ 0: written, index: 0 }];
}

const labelOf = (before: string): string => before.replace(/^[\s",;]+|[\s",;:]+$/g, '').slice(0, 80);

/** The answers by lesson, in the order of these lessons. */
export function answersByLesson(
  lines: readonly ReadLine[],
  lessons: ReadonlyMap<string, Lesson>,
): { readonly groups: readonly AnswersTo[]; readonly faults: readonly LineFault[] } {
  const faults: LineFault[] = [];
  const read = new Map<string, ReadAnswer[]>();
  for (const { line, label, answers } of lines)
    for (const given of answers) {
      const lesson = lessons.get(given.lesson);
      const answer = lesson === undefined ? 'lesson' : readAnswer(lesson, given);
      if (typeof answer === 'string') faults.push({ line, fault: answer, lesson: given.lesson });
      else read.set(given.lesson, [...(read.get(given.lesson) ?? []), { line, label, given, ...answer }]);
    }
  const groups = Array.from(lessons, ([key, lesson]) => ({ lesson, answers: read.get(key) ?? [] }));
  return { groups: groups.filter(({ answers }) => answers.length > 0), faults };
}

function readAnswer(
  lesson: Lesson,
  { guess, configuration }: GivenAnswer,
): Pick<ReadAnswer, 'prediction' | 'kind' | 'isSame'> | 'answer' {
  const isSame = configuration === configurationOf(lesson);
  if (guess === '') return { prediction: null, kind: 'dropped', isSame };
  if (guess === unknownGuess) return { prediction: null, kind: 'unknown', isSame };
  const said = parseGuess(lesson.form, guess);
  // To another question there may be other answers.
  if (said === null) return isSame ? 'answer' : { prediction: null, kind: 'dropped', isSame };
  return { prediction: said.prediction, kind: 'said', isSame };
}

export interface Counted {
  readonly name: string;
  readonly count: number;
}

/** How often each of these names stands first in a list. */
export function countFirst(names: readonly string[], lists: readonly (readonly string[])[]): readonly Counted[] {
  return names.map((name) => ({ name, count: lists.filter(([first]) => first === name).length }));
}

/** Counts numbers from `min` to `max` in bins of equal width, on a logarithmic axis of equal ratio. */
export function histogram(
  values: readonly number[],
  { min, max, isLogarithmic = false }: { readonly min: number; readonly max: number; readonly isLogarithmic?: boolean },
  bins = 10,
): readonly { readonly from: number; readonly to: number; readonly count: number }[] {
  const [scale, back] = isLogarithmic ? [Math.log, Math.exp] : [Number, Number];
  const width = (scale(max) - scale(min)) / bins;
  const edge = (index: number): number => (index === 0 ? min : index === bins ? max : back(scale(min) + index * width));
  const binOf = (value: number): number => Math.min(bins - 1, Math.floor((scale(value) - scale(min)) / width));
  return Array.from({ length: bins }, (_, index) => ({
    ...{ from: edge(index), to: edge(index + 1) },
    count: values.filter((value) => binOf(value) === index).length,
  }));
}
