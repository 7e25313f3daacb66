// What a lesson is: a question about a run that is answered before the answer is computed. A lesson is one file here that
// exports `lesson`, one line in the registry, and one file of words for each language. It imports types only from
// training: what it computes with is handed to it, so that it runs in a worker, in a test, and never on the page.

import type { Hyperparameters, RunConfig } from '../../training/run/run.ts';
import type { Course, Experiments } from '../../training/studies/experiments.ts';
import type { Point } from '../../training/vector.ts';

/** The run that a lesson is about: its settings as the link says them, read. Only the seed is ever another one. */
export interface LessonRun {
  readonly config: RunConfig;
  readonly hyperparameters: Hyperparameters;
}

/** A drawn or computed curve over steps (or whatever the axis says): y at `columns` places from first to last x, equally far. */
export type Curve = readonly number[];

/** Columns of a sketch. */
export const sketchColumns = 24;

/** An ellipse in weight space: half its axes, and the angle of the first from the x axis, in radians, 0 to below pi. */
export interface Ellipse {
  readonly center: Point;
  readonly radii: readonly [first: number, second: number];
  readonly angle: number;
}

/** What kinds of prediction there are, and what a prediction and an outcome of each is. */
export interface Answers {
  /** The key of one option. */
  readonly choose: string;
  /** A point of weight space (of two weights). */
  readonly place: Point;
  /** `sketchColumns` numbers from `from` to `to`; those at or before the end of what is given are the given ones. */
  readonly sketch: Curve;
  readonly set: number;
  readonly spread: Ellipse;
  /** Numbers by the key of their cell. */
  readonly fill: Readonly<Record<string, number>>;
}
export type FormKind = keyof Answers;

export interface Choose {
  readonly kind: 'choose';
  /** Keys of the options, in order; their words are `options` of the lesson's words. */
  readonly options: readonly string[];
}
export interface Place {
  readonly kind: 'place';
}
export interface Sketch {
  readonly kind: 'sketch';
  /** The axis of the clock: words are `axis`. */
  readonly from: number;
  readonly to: number;
  /** The last place of x up to which the curve is given. */
  readonly givenUntil: number;
  /** Lowest and highest y that can be drawn. */
  readonly low: number;
  readonly high: number;
  /** Only where the lesson is about rates: people misread it. */
  readonly isLogarithmic?: boolean;
}
export interface SetNumber {
  readonly kind: 'set';
  readonly min: number;
  readonly max: number;
  /** Whole numbers only. */
  readonly isWhole?: boolean;
  readonly isLogarithmic?: boolean;
  /** Where the slider stands before it is touched: not the truth. */
  readonly first: number;
}
export interface Spread {
  readonly kind: 'spread';
}
/** A table to be filled in by hand. */
export interface Fill {
  readonly kind: 'fill';
  /** Rows of numbers that are given; with `isTyped` the student may type others. Words: `rows` and `columns`. */
  readonly given: readonly { readonly row: string; readonly cells: readonly number[]; readonly isTyped?: boolean }[];
  /** Rows to be filled in: cells are called ROW0, ROW1, ... */
  readonly asked: readonly { readonly row: string; readonly count: number }[];
  /** How far a written number may be off, as a share of the right one; 5e-4 when absent. */
  readonly tolerance?: number;
  /** Whether `weights`, `gradients`, and `rate` are those of one step of plain descent, which then stands there as code. */
  readonly isOneStep?: boolean;
}
export interface Forms {
  readonly choose: Choose;
  readonly place: Place;
  readonly sketch: Sketch;
  readonly set: SetNumber;
  readonly spread: Spread;
  readonly fill: Fill;
}
export type Form = Forms[FormKind];

/** What is shown with the question: computed like the truth, but none of it. All plain data. */
export interface Shown {
  /** Sketch: the curve at the columns up to `givenUntil`. */
  readonly curve?: Curve;
  /** Sketch: other curves of `sketchColumns` numbers, drawn whole; words are `curves` by key. */
  readonly others?: Readonly<Record<string, Curve>>;
  /** Spread: the ellipse that is known, and the one to start from. */
  readonly ellipse?: Ellipse;
  /** Spread: points drawn with it (gradients, for instance), as seen in weight space. */
  readonly points?: readonly Point[];
  /** Fill: numbers for the rows that are given where they are computed, by row. */
  readonly cells?: Readonly<Record<string, readonly number[]>>;
  /** Numbers for the question's words, by name. */
  readonly figures?: Figures;
}

/** Numbers by name, for words. */
export type Figures = Readonly<Record<string, number | readonly number[]>>;

/** Numbers that a student typed into the given rows of a table, by row. */
export type Typed = Readonly<Record<string, readonly number[]>>;

/**
 * A lesson. `Truth` is plain data that crosses from a worker; nothing of it is in the page before the answer is given.
 */
export interface Lesson<Kind extends FormKind = FormKind, Truth = unknown> {
  /** The English title in lower case with hyphens; also the name of its files, in camel case. */
  readonly key: string;
  /** As a link says them, without `#` and `v`. */
  readonly settings: string;
  /** The steps the lab takes of its own run once the answer is there; 0 or absent: none. */
  readonly steps?: number;
  readonly form: Forms[Kind];
  /** Needed with the question already: what is given of a sketch, what is known of a spread. */
  shown?(experiments: Experiments, run: LessonRun): Shown;
  /** Computes the truth: pure, the same in every engine. @param typed only of tables that can be typed into */
  truth(experiments: Experiments, run: LessonRun, typed?: Typed): Truth;
  /** The truth as a prediction of this form would say it: what is drawn or written beside it. */
  outcome(truth: Truth): Answers[Kind];
  /** Two or three yes or no that the prediction got right, by name; words are `features`. */
  features(prediction: Answers[Kind], truth: Truth): Readonly<Record<string, boolean>>;
  /** The one row of numbers that explains the gap, in order; words are `figures`. */
  figures(truth: Truth, prediction: Answers[Kind] | null): Figures;
  /** "What happened?": by name, which of them is so. Exactly one is. Words are `observations`. */
  observations(truth: Truth): Readonly<Record<string, boolean>>;
  /** "Why?": by name, in order, the misconception that a wrong one shows; null for the right one. Words are `reasons`. */
  readonly reasons: Readonly<Record<string, string | null>>;
  /** "Now change one thing": settings to be changed, as a link says them; what to look for is in the words (`change`). */
  readonly change?: string;
  /** Table: for a cell the wrong numbers that have a name; words are `slips`. */
  slips?(truth: Truth, cell: string, typed: Typed): Readonly<Record<string, number>>;
  readonly claim: Claim<Truth>;
}

/**
 * What must hold for the lesson to be taught, of the truth under one seed: for 18 of 20 seeds at least, or, where the
 * lesson claims a count itself, for so many of 20 in each of three groups of 20 seeds.
 */
export interface Claim<Truth> {
  holds(truth: Truth): boolean;
  readonly ofTwenty?: readonly [least: number, most: number];
}

/** What computes the numbers of a lesson, somewhere else than in the page's own thread where that can be. */
export interface LessonComputer {
  /** What is shown with the question. */
  shown(key: string, run: LessonRun): Promise<Shown>;
  truth(key: string, run: LessonRun, typed: Typed | null): Promise<unknown>;
}

/** Lets a lesson's file name its form, and have the type of its truth found. */
export const defineLesson = <Kind extends FormKind, Truth>(lesson: Lesson<Kind, Truth>): Lesson<Kind, Truth> => lesson;

/** The curve over a course of the full loss, read at the columns of a sketch (from and to are whole steps). */
export function atColumns(course: Course, { from, to }: Pick<Sketch, 'from' | 'to'>): Curve {
  return Array.from({ length: sketchColumns }, (_, column) => {
    const step = Math.round(from + ((to - from) * column) / (sketchColumns - 1));
    return course.fullLoss[step] ?? Number.POSITIVE_INFINITY;
  });
}
