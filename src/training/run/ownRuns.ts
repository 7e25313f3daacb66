// Where a run gets examples that are the reader's own, or arranged in another way. Whoever may be asked for them gives it
// first; a page that opens with a problem as it is does without.

import type { Examples } from '../examples.ts';
import type { Arrangement } from '../ownData/arrangements.ts';
import type { OwnData } from '../ownData/ownData.ts';
import type { Scaling } from '../ownData/scaling.ts';
import type { Problem, Resolved } from '../problem.ts';
import type { RunConfig } from './run.ts';

/** What of a configuration says which examples there are. */
export type ExampleChoice = Pick<RunConfig, 'problem' | 'settings'> & Partial<RunConfig>;

/** The examples that are trained on, and those held out as a test, null where there are none. */
export interface HeldOutOrNot {
  readonly examples: Examples;
  readonly test: Examples | null;
}

export interface Data extends HeldOutOrNot {
  /** How both were brought to a scale of their own; null where they are as they were drawn. */
  readonly scaling: Scaling | null;
}

export interface OwnRuns {
  /** The problem of learning these data: the same with what follows from them. @throws RangeError where they do not fit */
  problemWith(problem: Problem, data: OwnData): Problem;
  /** Why a problem cannot be one of learning these data; null where it can. */
  misfit(problem: Problem, data: OwnData): string | null;
  /** All examples in their own units, in the order and form that was chosen. */
  examples(resolved: Resolved, config: RunConfig): Examples;
  /** The same on the scale that they are trained on. */
  scaled(resolved: Resolved, config: RunConfig, data: HeldOutOrNot): Data;
  /** @throws RangeError for an arrangement that the problem's examples cannot have */
  checkArrangement(problem: Problem, arrangement: Arrangement): void;
  /** The same problem on a part of weight space that follows from the examples, where the usual one need not hold them. */
  placed(resolved: Resolved, config: ExampleChoice): Resolved;
}

let given: OwnRuns | null = null;

export function giveOwnRuns(ownRuns: OwnRuns): void {
  given = ownRuns;
}

/** Whether a run is on other examples than those that its problem draws. */
export const isOwnRun = ({ data, arrangement }: Pick<RunConfig, 'data' | 'arrangement'>): boolean =>
  data !== undefined || arrangement !== undefined;

/** @throws an Error where it was never given */
export function ownRuns(): OwnRuns {
  if (given === null) throw new Error('What belongs to examples of the reader was not given.');
  return given;
}
