// Examples of the reader's own, in the units they were measured in: what they are, their limits, and their columns.

import { allocateExamples, type Examples } from '../examples.ts';

/** Plain data: it stands in messages and files, and crosses to the worker. */
export interface OwnData {
  /** A row of one or two features for each example. */
  readonly x: readonly (readonly number[])[];
  /** Targets: numbers, or classes 0, 1, ...; all 0 where nothing is predicted. */
  readonly y: readonly number[];
  /** Of the features and the target, units included. */
  readonly names?: readonly string[];
  /** What the classes 0, 1, ... are called, where the targets are classes. */
  readonly classes?: readonly string[];
}

export const fewestOwnExamples = 2;
export const mostOwnExamples = 1000;
export const mostOwnClasses = 6;
/** Numbers farther from 0 are refused: no square of the others, nor their sum, is out of range. */
export const largestOwnNumber = 1e15;
/** Longest name of a column or class, in characters. */
export const longestName = 40;

export const featuresOf = ({ x }: OwnData): 1 | 2 => (x[0].length === 2 ? 2 : 1);

/** How many classes the targets are, when they are 0, 1, ... and every one is there; 0 where they are other numbers. */
export function classesOf({ y }: Pick<OwnData, 'y'>): number {
  const met = new Set<number>();
  for (const target of y) {
    if (!(Number.isInteger(target) && target >= 0 && target < mostOwnClasses)) return 0;
    met.add(target);
  }
  const isWhole = [...met].every((target) => target < met.size);
  return met.size >= 2 && isWhole ? met.size : 0;
}

/** Names of the first feature, the second (also where there is none), and the target. */
export function columnNames({ x, names = [] }: OwnData): readonly [x1: string, x2: string, y: string] {
  const features = x[0].length;
  const name = (index: number, usual: string): string => (names[index] ?? '') || usual;
  return [name(0, features === 1 ? 'x' : 'x1'), features === 1 ? 'x2' : name(1, 'x2'), name(features, 'y')];
}

/** What class `own` is called; its number where it has no name. */
export const className = (data: Pick<OwnData, 'classes'> | undefined, own: number): string =>
  data?.classes?.[own] || String(own);

interface Words {
  readonly names?: readonly string[] | undefined;
  readonly classes?: readonly string[] | undefined;
}

/** What data say beside their numbers, for other numbers of the same kind. */
export const wordsIn = ({ names, classes }: Words): Pick<OwnData, 'names' | 'classes'> => ({
  ...(names !== undefined && { names }),
  ...(classes !== undefined && { classes }),
});

/** The rows as columns, in their order and units. */
export function columnsOf({ x, y }: OwnData): Examples {
  const examples = allocateExamples(y.length);
  for (const [row, features] of x.entries()) {
    examples.x1[row] = features[0];
    examples.x2[row] = features[1] ?? 0;
    examples.y[row] = y[row];
  }
  return examples;
}

/** The inverse of `columnsOf`, with the words of `like`. */
export function dataOf({ count, x1, x2, y }: Examples, features: 1 | 2, like: Words = {}): OwnData {
  const rows = Array.from({ length: count }, (_, row) => (features === 1 ? [x1[row]] : [x1[row], x2[row]]));
  return { x: rows, y: Array.from(y.subarray(0, count)), ...wordsIn(like) };
}

const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= largestOwnNumber;

/** Why `value`, from whoever wrote it, is no examples; null where it is. */
export function ownDataProblem(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return 'Own data are an object with rows x and targets y.';
  const { x, y, names, classes } = value as Readonly<Record<string, unknown>>;
  if (!(Array.isArray(x) && Array.isArray(y) && x.length === y.length))
    return 'Own data have as many rows of features, x, as targets, y.';
  if (x.length < fewestOwnExamples || x.length > mostOwnExamples)
    return `Own data have ${fewestOwnExamples} to ${mostOwnExamples} examples, not ${x.length}.`;
  const features: unknown = Array.isArray(x[0]) ? x[0].length : 0;
  if (features !== 1 && features !== 2) return 'Own data have one or two features in every row.';
  const isRow = (row: unknown): boolean => Array.isArray(row) && row.length === features && row.every(isNumber);
  const bad = x.findIndex((row, index) => !(isRow(row) && isNumber(y[index])));
  if (bad >= 0) return `Row ${bad + 1} of the own data is not made of ${features + 1} numbers of at most 1e15.`;
  if (!areTexts(names, 3)) return 'The names of own data are a list of at most three texts.';
  return areTexts(classes, mostOwnClasses) ? null : 'The classes of own data are a list of at most six texts.';
}

/** Whether it is a list of at most so many texts, or nothing. */
const areTexts = (value: unknown, most: number): boolean =>
  value === undefined ||
  (Array.isArray(value) && value.length <= most && value.every((text) => typeof text === 'string'));

/** A name without signs that cannot be seen, are half of one, or turn the text around it, cut to its longest. */
export function cleanName(name: string): string {
  const visible = name.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  // A sign takes two places at most.
  const signs = [...visible.slice(0, 2 * longestName)];
  return signs.slice(0, longestName).join('').trim();
}

/** Checked examples without anything else in them. @throws RangeError in one sentence */
export function readOwnData(value: unknown): OwnData {
  const problem = ownDataProblem(value);
  if (problem !== null) throw new RangeError(problem);
  const { x, y, names, classes } = value as OwnData;
  return {
    // One zero is as good as the other, and only one of them survives being written as text.
    x: x.map((row) => row.map((number) => number + 0)),
    y: y.map((number) => number + 0),
    ...wordsIn({ names: cleanNames(names), classes: cleanNames(classes) }),
  };
}

/** Undefined where none of them says anything. */
function cleanNames(names: readonly string[] | undefined): readonly string[] | undefined {
  const clean = names?.map(cleanName);
  return clean?.some((name) => name !== '') ? clean : undefined;
}
