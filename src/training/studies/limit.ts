// Why the learning rate has a limit at these weights: how the full loss curves there along its two principal directions,
// and what a rule of the SGD family makes of a distance along each of them from one step to the next.

import { log } from '../elementary.ts';
import type { Examples } from '../examples.ts';
import type { FieldValues } from '../field.ts';
import { eigen, hessian } from '../objective/curvature.ts';
import { meanOfRows, minimumOf, quadraticRows } from '../objective/quadratic.ts';
import { optimizers } from '../optimizers/index.ts';
import { type LinearRule, linearRule } from '../optimizers/linearRule.ts';
import { pairOf, type Setting } from '../run/configuration.ts';
import type { RunConfig } from '../run/run.ts';
import { modeFactor } from '../theory/modes.ts';
import type { Point, Weights } from '../vector.ts';
import { lowestMinimum, question, setupOf } from './questions.ts';

export interface LimitRequest {
  readonly config: RunConfig;
  readonly weights: Weights;
  /** All arguments of the optimizer in force, and the effective learning rate. */
  readonly optimizerValues: FieldValues;
  readonly learningRate: number;
}

export interface Mode {
  /** Eigenvalue of the Hessian of the full loss, without weight decay. */
  readonly curvature: number;
  /** Its unit eigenvector. */
  readonly direction: Point;
  /** What one step of all examples at once leaves of a distance along it from the minimum, as a factor. */
  readonly factor: number;
}

export interface LimitAccount extends Omit<LimitRequest, 'config' | 'optimizerValues'> {
  readonly rule: LinearRule;
  readonly steepest: Mode;
  readonly flattest: Mode;
  /** Largest over smallest curvature, weight decay added to both; null where the loss does not curve upward all around. */
  readonly condition: number | null;
  /** Steps after which the slower of the two has halved; null where it does not shrink. */
  readonly halving: number | null;
  /** The minimum to which the full loss, with the decay, leads from here; null where it leads to none, or none is known. */
  readonly minimum: Weights | null;
}

/** Null for networks, and for rules that are not linear in the gradients they have seen. */
export const limitAccount = question((request: LimitRequest): LimitAccount | null => {
  const { config, weights, optimizerValues, learningRate } = request;
  const pair = pairOf(config);
  const rule = linearRule(optimizers[config.optimizer], optimizerValues);
  if (pair === null || rule === null) return null;
  const { examples } = setupOf(config);
  const { values, vectors } = eigen(hessian(pair.model, pair.loss, examples, weights));
  const [steepest, flattest] = values.map(
    (curvature, index): Mode => ({
      ...{ curvature, direction: vectors[index] },
      factor: modeFactor(rule, learningRate, curvature + rule.weightDecay),
    }),
  );
  const [largest, smallest] = values.map((curvature) => curvature + rule.weightDecay);
  const slowest = Math.max(steepest.factor, flattest.factor);
  return {
    ...{ weights, learningRate, rule, steepest, flattest },
    condition: smallest > 0 ? largest / smallest : null,
    halving: slowest < 1 ? halvingOf(slowest) : null,
    minimum: minimumNear(pair, examples, weights, rule.weightDecay),
  };
});

/** With decay it is known only where the loss is quadratic. */
function minimumNear(pair: Setting, examples: Examples, weights: Weights, decay: number): Weights | null {
  const rows = quadraticRows(pair, examples);
  if (rows !== null) return minimumOf(meanOfRows(rows), decay);
  return decay === 0 ? lowestMinimum(pair, examples, [weights]) : null;
}

const halvingOf = (factor: number): number => (factor > 0.5 ? log(2) / -log(factor) : 1);
