// An optimizer turns the gradient of one step into the update of the weights: weights[t+1] = weights[t] + update[t].

import type { Field, FieldValue, FieldValues } from './field.ts';

/** One quantity an optimizer remembers from step to step, a pair like the weights. */
export interface StateSlot {
  /** Symbol in the rule, e.g. `m`. */
  readonly symbol: string;
  /** The field's name for it, e.g. `first moment`. */
  readonly name: string;
}

export interface Optimizer {
  readonly title: string;
  /** The rule as one line of text. */
  readonly equation: string;
  /** torch.optim's name, or the paper's, with where it is written down. */
  readonly source: string;
  /** The learning rate that torch.optim takes when none is given. */
  readonly defaultLearningRate: number;
  /** All arguments except the learning rate, with torch.optim's defaults. */
  readonly fields: readonly Field[];
  /** The field that a schedule moves when it cycles the momentum (one-cycle does); absent where there is none to move. */
  readonly momentumField?: 'momentum' | 'beta1';
  /** Whether weight decay always acts on the weights directly; elsewhere it joins the gradient unless a switch says not to. */
  readonly isDecayDecoupled?: true;
  /** What the state holds after its first number, the count of steps taken: two numbers for each slot. */
  readonly slots: readonly StateSlot[];
  /** Numbers at the end of the state that belong to no single weight, by symbol (e.g. a product of momenta). */
  readonly shared?: readonly StateSlot[];
  /**
   * Checks what no single field's range can say, e.g. Nesterov without momentum.
   * @throws RangeError
   */
  check?(values: Readonly<Record<string, FieldValue>>): void;
  /** First state: `1 + 2 * slots.length + shared.length` numbers; the first is the count of steps, 0. */
  initialState(values: Readonly<Record<string, FieldValue>>, learningRate: number): Float64Array;
  /**
   * One step. Pure: reads `weights`, `gradient`, `state`, writes all of `nextState` and `update`, nothing else.
   * `values` holds every field (see `withDefaults`). `weights`, `gradient`, and `update` have length 2.
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

/** Length of an optimizer's state. */
export const stateLength = (optimizer: Optimizer): number =>
  1 + 2 * optimizer.slots.length + (optimizer.shared?.length ?? 0);

export type { Field, FieldValues };
