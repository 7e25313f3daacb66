// Answers to lessons as a code that can be pasted anywhere: `MBL1-` and, in base64url, a check and one line an answer.
// No name is in it, and nothing of the answer to the question. A line is lesson | mark of its configuration | answer |
// features | what happened | why | second of the answer | seconds taken; features are written `direction+length-`.

import { hashNumbers } from '../training/hash.ts';
import { fromBase64Url, toBase64Url } from './base64url.ts';
import type { OpenLesson } from './lessonState.ts';
import type { Lesson } from './lessons/lesson.ts';

export interface GivenAnswer {
  readonly lesson: string;
  /** Eight hexadecimal digits: which settings and which form the question had. */
  readonly configuration: string;
  /** As a link has it; empty where it was left out for want of room. */
  readonly guess: string;
  /** What the answer has right, by name; empty before it is revealed, and for who does not know. */
  readonly features: Readonly<Record<string, boolean>>;
  /** What was chosen as what happened, and as the reason, one after the other. */
  readonly observations: readonly string[];
  readonly reasons: readonly string[];
  /** Seconds since 1970, and from the question to the answer; null where nobody knows. */
  readonly answeredAt: number | null;
  readonly secondsTaken: number | null;
}

/** Why a text is no code: none at all, of a newer version, or not whole. */
export type CodeFault = 'foreign' | 'newer' | 'broken';
export type DecodedCode = { readonly answers: readonly GivenAnswer[] } | { readonly fault: CodeFault };

const version = 1;
/** Signs of the check. */
const checkLength = 8;
/** Longest code that is read, in characters. */
export const longestCode = 32_768;

const checkOf = (text: string): string => hashNumbers(Float64Array.from(text, (sign) => sign.charCodeAt(0)));

/** Marks the question: the same settings and the same form give the same mark. */
export const configurationOf = ({ settings, form }: Pick<Lesson, 'settings' | 'form'>): string =>
  checkOf(`${settings}\n${JSON.stringify(form)}`);

/** What was answered to the open lesson; null before anything was. */
export function givenAnswer(open: OpenLesson, lesson: Pick<Lesson, 'settings' | 'form'>): GivenAnswer | null {
  const { key, phase, guess, features, observations, reasons, askedAt, committedAt } = open;
  if (phase === 'asked' || guess === null) return null;
  return {
    ...{ lesson: key, configuration: configurationOf(lesson), guess, features: features ?? {}, observations, reasons },
    answeredAt: committedAt === null ? null : Math.round(committedAt / 1000),
    secondsTaken:
      committedAt === null || askedAt === null ? null : Math.max(0, Math.round((committedAt - askedAt) / 1000)),
  };
}

/** Texts have only signs of ASCII other than `|` and line ends; names only letters and digits. */
export function encodeAnswers(answers: readonly GivenAnswer[]): string {
  const text = answers.map(lineOf).join('\n');
  return `MBL${version}-${toBase64Url(checkOf(text) + text)}`;
}

const lineOf = (answer: GivenAnswer): string =>
  [
    ...[answer.lesson, answer.configuration, answer.guess],
    Object.entries(answer.features)
      .map(([name, isRight]) => `${name}${isRight ? '+' : '-'}`)
      .join(''),
    ...[answer.observations.join(','), answer.reasons.join(',')],
    ...[answer.answeredAt?.toString(36) ?? '', answer.secondsTaken?.toString(36) ?? ''],
  ].join('|');

export function decodeAnswers(code: string): DecodedCode {
  const [, written, body] = /^MBL(\d{1,9})-(.*)$/s.exec(code.trim()) ?? [];
  if (written === undefined || Number(written) === 0) return { fault: 'foreign' };
  if (Number(written) > version) return { fault: 'newer' };
  const text = body.length > longestCode ? null : unpacked(body);
  if (text === null) return { fault: 'broken' };
  const answers = text.split('\n').map(answerOf);
  return answers.some((answer) => answer === null)
    ? { fault: 'broken' }
    : { answers: answers.filter((answer) => answer !== null) };
}

/** The lines of a code; null where it is not whole. */
function unpacked(body: string): string | null {
  try {
    const bytes = fromBase64Url(body);
    const text = bytes.slice(checkLength);
    return text !== '' && bytes.slice(0, checkLength) === checkOf(text) ? text : null;
  } catch {
    return null;
  }
}

/** What follows the known parts was added later, and means nothing here. */
function answerOf(line: string): GivenAnswer | null {
  const parts = line.split('|');
  if (parts.length < 8) return null;
  const [lesson, configuration, guess, features, observations, reasons, answeredAt, secondsTaken] = parts;
  const list = (text: string): readonly string[] => (text === '' ? [] : text.split(','));
  const count = (text: string): number | null => (/^[0-9a-z]{1,9}$/.test(text) ? Number.parseInt(text, 36) : null);
  return {
    ...{ lesson, configuration, guess },
    features: Object.fromEntries(
      Array.from(features.matchAll(/([A-Za-z0-9]+)([+-])/g), ([, name, sign]) => [name, sign === '+']),
    ),
    ...{ observations: list(observations), reasons: list(reasons) },
    ...{ answeredAt: count(answeredAt), secondsTaken: count(secondsTaken) },
  };
}

/**
 * A code of at most so many characters: the oldest answers are left out first, and of them only what was right is kept;
 * where that is not enough, the oldest are gone altogether.
 * @param answers the oldest first
 */
export function fittingCode(
  answers: readonly GivenAnswer[],
  longest: number,
): { readonly code: string; readonly dropped: number } {
  for (let dropped = 0; dropped <= answers.length; dropped++) {
    const code = encodeAnswers([...answers.slice(0, dropped).map(emptied), ...answers.slice(dropped)]);
    if (code.length <= longest) return { code, dropped };
  }
  let gone = 0;
  let code: string;
  do code = encodeAnswers(answers.slice(++gone).map(emptied));
  while (code.length > longest && gone < answers.length);
  return { code, dropped: answers.length };
}

const emptied = (answer: GivenAnswer): GivenAnswer => ({ ...answer, guess: '', observations: [], secondsTaken: null });
