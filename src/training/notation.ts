// The notation in which a rule, a model, or a loss is written down once, for every language that the page prints:
//   numbers, names, calls, + - * / **, comparisons, and `condition ? a : b`, with the usual precedence.
// An assignment is `name = expression`. `w` are the weights, `gradient` is the mean gradient, `step` counts from 0.

import type { FieldValue } from './field.ts';

/** Which values each argument of a rule takes in the steps at hand. */
export type ArgumentUse = ReadonlyMap<string, readonly FieldValue[]>;

export interface StateVariable {
  readonly name: string;
  /** Its first value, in the notation; the same for every weight. */
  readonly initial: string;
  /** One number for each weight, or one number for all. */
  readonly isVector: boolean;
  /** Which of the optimizer's slots holds it or, where it is one number for all, which of its shared numbers. */
  readonly slot: number;
}

export interface RuleFormula {
  readonly state: readonly StateVariable[];
  /** Assignments of single numbers, before those of vectors. */
  readonly scalars: readonly string[];
  /** Assignments of vectors; the last one to `w` ends the step. */
  readonly vectors: readonly string[];
}

/** The forward pass of a model and its derivatives by the two weights. */
export interface ModelNotation {
  /** The last line is the prediction; earlier ones are kept for the backward pass. */
  readonly forward: readonly string[];
  /** What the backward pass needs besides. */
  readonly backward: readonly string[];
  readonly byW1: string;
  readonly byW2: string;
}

/** The loss of each example of a batch and its derivative by the prediction. */
export interface LossNotation {
  readonly value: string;
  readonly byPrediction: string;
  /** Whether the loss compares the prediction with a target at all. */
  readonly usesTarget: boolean;
}

/** What of an optimizer's state can be seen at the weights, by the names of its formula's lines. */
export interface RuleMarks {
  /** State that pulls the weights on by itself: an arrow. */
  readonly memory: readonly string[];
  /** Lines that only divide or scale, which stay as they are when the update is taken apart. */
  readonly divisors: readonly string[];
  /** Whether each weight has its own rate: a bar along each axis. */
  readonly hasRates: boolean;
}

/** How the arguments of a rule are used in the steps at hand, so that its formula has no more than what acts. */
export class RuleUse {
  private readonly values: ArgumentUse;

  constructor(values: ArgumentUse) {
    this.values = values;
  }

  /** Whether the argument is on, or not 0, in some step. */
  some(name: string): boolean {
    return this.valuesOf(name).some(Boolean);
  }

  /** Whether it is on, or not 0, in every step. */
  every(name: string): boolean {
    const values = this.valuesOf(name);
    return values.length > 0 && values.every(Boolean);
  }

  /** Whether each of them keeps one value. */
  isConstant(...names: readonly string[]): boolean {
    return names.every((name) => this.valuesOf(name).length <= 1);
  }

  /** `on` or `off`, whichever the argument asks for; a choice between them where it changes on the way. */
  choose(name: string, on: string, off: string): string {
    if (!this.some(name)) return off;
    const isNumber = typeof this.valuesOf(name)[0] === 'number';
    return this.every(name) ? on : `(${name}${isNumber ? ' > 0' : ''} ? ${on} : ${off})`;
  }

  private valuesOf(name: string): readonly FieldValue[] {
    return this.values.get(name) ?? [];
  }
}

/** A variable of one number for each weight, held by slot `slot` of the optimizer's state. */
export const slotVariable = (name: string, slot: number, initial = '0'): StateVariable => ({
  name,
  initial,
  isVector: true,
  slot,
});
