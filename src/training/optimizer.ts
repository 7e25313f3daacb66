// An optimizer turns the gradient of one step into the update of the weights: weights[t+1] = weights[t] + update[t].

import type { Field, FieldValue, FieldValues } from './field.ts';
import type { RuleFormula, RuleMarks, RuleUse } from './notation.ts';

/** One quantity an optimizer remembers from step to step, as many numbers as there are weights. */
export interface StateSlot {
  /** Symbol in the rule, e.g. `m`. */
  readonly symbol: string;
  /** The field's name for it, e.g. `first moment`. */
  readonly name: string;
}

/** The rule as a class of torch.optim. */
export interface TorchRule {
  readonly name: string;
  /** Arguments that stand for no field, as Python. */
  readonly extra?: readonly string[];
  /** Where its numbers may be others than these: always, or where a switch is on. */
  readonly caveat?: { readonly field?: string; readonly sentence: string };
  /** Fields that torch sets up once and cannot take up later. */
  readonly fixed?: readonly string[];
  /** A switch that torch has no argument for: where it is on, the rule is written out, as the sentence says. */
  readonly lacks?: { readonly field: string; readonly sentence: string };
  /** The same where the rule is this other class. */
  readonly other?: { readonly field: string; readonly name: string };
}

/** The rule as an optimizer of Keras. */
export interface KerasRule {
  /** How Keras's rule differs, as a clause, for where it is not used. */
  readonly differs: string;
  /**
   * Name and arguments after the learning rate where Keras's rule is this one, else null. `number` gives a field's
   * value as Python; `double` the same for arguments that would pass through float32 on their way.
   */
  form?(
    use: RuleUse,
    number: (field: string) => string,
    double: (field: string) => string,
  ): readonly [name: string, ...given: string[]] | null;
  /** Whether Keras's own weight decay is the rule's; elsewhere decay joins the gradient before Keras sees it. */
  readonly decays?: true;
}

/** Steps along the gradient, or with a step of its own for each weight by the size of its gradients, or neither. */
export const optimizerFamilies = ['basic', 'adaptive', 'other'] as const;
export type OptimizerFamily = (typeof optimizerFamilies)[number];

export interface Optimizer {
  readonly title: string;
  readonly family: OptimizerFamily;
  /** The rule as one line of text. */
  readonly equation: string;
  /** torch.optim's name, or the paper's, with where it is written down. */
  readonly source: string;
  /** The learning rate that torch.optim takes when none is given. */
  readonly defaultLearningRate: number;
  /**
   * A learning rate that shows the rule at work on two weights, which torch's default would hardly move: a number, or a
   * share of the rate that suits plain descent on the problem.
   */
  readonly suggestedRate: number | { readonly share: number };
  /** All arguments except the learning rate, with torch.optim's defaults. */
  readonly fields: readonly Field[];
  /** The rule in the notation, with no more than what acts; `g` is the name of the gradient it works with. */
  formula(use: RuleUse, g: string): RuleFormula;
  readonly marks: RuleMarks;
  /** Absent where torch.optim has no such rule. */
  readonly torch?: TorchRule;
  readonly keras: KerasRule;
  /** Set where the update is linear in the gradients seen so far: see linearRule.ts. `ahead` for Nesterov's form alone. */
  readonly linear?: 'plain' | 'ahead';
  /** Whether the learning rate is read at the first step alone. */
  readonly readsRateOnce?: true;
  /** The field that a schedule moves when it cycles the momentum (one-cycle does); absent where there is none to move. */
  readonly momentumField?: 'momentum' | 'beta1';
  /** Whether weight decay always acts on the weights directly; elsewhere it joins the gradient unless a switch says not to. */
  readonly isDecayDecoupled?: true;
  /** What the state holds after its first number, the count of steps taken: D numbers for each slot. */
  readonly slots: readonly StateSlot[];
  /** Numbers at the end of the state that belong to no single weight, by symbol (e.g. a product of momenta). */
  readonly shared?: readonly StateSlot[];
  /**
   * Checks what no single field's range can say, e.g. Nesterov without momentum.
   * @throws RangeError
   */
  check?(values: Readonly<Record<string, FieldValue>>): void;
  /**
   * Whether the rule may answer the same small gradients with longer steps later on, as one does whose divisor goes on
   * shrinking. Absent where it never does. `state` is laid out as below.
   */
  canQuicken?(state: Float64Array, values: Readonly<Record<string, FieldValue>>): boolean;
  /** Fills a first state of D weights that is not all 0. */
  fillState?(
    state: Float64Array,
    dimension: number,
    values: Readonly<Record<string, FieldValue>>,
    learningRate: number,
  ): void;
  /**
   * One step. Pure: reads `weights`, `gradient`, `state`, writes all of `nextState` and `update`, nothing else.
   * `values` holds every field (see `withDefaults`). `weights`, `gradient`, and `update` have length D. A state is
   * [count of steps, slot 0 of all D weights, slot 1 of all D weights, ..., shared]: slot s of weight i is at 1 + s D + i.
   */
  update(
    weights: Float64Array,
    gradient: Float64Array,
    state: Float64Array,
    learningRate: number,
    values: Readonly<Record<string, FieldValue>>,
    nextState: Float64Array,
    update: Float64Array,
  ): void;
}

/** Length of an optimizer's state for D weights. */
export const stateLength = (optimizer: Optimizer, dimension: number): number =>
  1 + dimension * optimizer.slots.length + (optimizer.shared?.length ?? 0);

/** The state before the first of D weights' steps. `values` holds every field. */
export function initialState(
  optimizer: Optimizer,
  dimension: number,
  values: Readonly<Record<string, FieldValue>>,
  learningRate: number,
): Float64Array {
  const state = new Float64Array(stateLength(optimizer, dimension));
  optimizer.fillState?.(state, dimension, values, learningRate);
  return state;
}

export type { Field, FieldValues };
