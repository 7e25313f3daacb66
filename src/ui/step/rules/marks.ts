// What of each optimizer's state can be seen at the weights: a part of the update that comes from memory, as an arrow,
// and a rate of its own for each axis, as two bars. Names are those of the rule's lines.

import type { OptimizerId } from '../../../training/optimizers/index.ts';

export interface RuleMarks {
  /** State that pulls the weights on by itself. */
  readonly memory: readonly string[];
  /** Lines that only divide or scale, which stay as they are when the update is taken apart. */
  readonly divisors: readonly string[];
  /** Whether each axis has its own rate. */
  readonly hasRates: boolean;
}

const velocity: RuleMarks = { memory: ['v'], divisors: [], hasRates: false };
const moments = (...divisors: readonly string[]): RuleMarks => ({ memory: ['m'], divisors, hasRates: true });

export const ruleMarks: Readonly<Record<OptimizerId, RuleMarks>> = {
  sgd: velocity,
  momentum: velocity,
  nesterov: velocity,
  adagrad: { memory: [], divisors: ['s'], hasRates: true },
  rmsprop: { memory: ['b'], divisors: ['s', 'meanGradient'], hasRates: true },
  adam: moments('v', 'largest', 'vHat'),
  adadelta: { memory: [], divisors: ['s'], hasRates: true },
  adamw: moments('v', 'largest', 'vHat'),
  adamax: moments('u'),
  nadam: moments('v', 'divisor'),
  radam: moments('v'),
  rprop: { memory: [], divisors: ['agreement', 'scaled', 'stepSize'], hasRates: true },
  // Only the sign of its memory counts, so no part of the update is the memory's.
  lion: { memory: [], divisors: [], hasRates: false },
};
