// The stability limit of a rule of the SGD family, with all examples in the batch: the learning rate up to which it is
// stable where the loss curves by `largestEigenvalue`. Weight decay adds to the curvature; dampening shrinks every step
// by its share.

import type { FieldValues } from '../training/field.ts';
import { stabilityLimit } from '../training/objective/curvature.ts';
import { type OptimizerId, optimizers } from '../training/optimizers/index.ts';
import { linearRule } from '../training/optimizers/linearRule.ts';
import type { Hyperparameters } from '../training/run/run.ts';

/**
 * Infinity where nothing curves upward; null for rules that have no such limit. A velocity that takes no gradient in, or
 * forgets nothing, brings no rate to rest. `values` holds every field.
 */
export function ruleStabilityLimit(
  optimizer: OptimizerId,
  values: FieldValues,
  largestEigenvalue: number,
): number | null {
  const rule = linearRule(optimizers[optimizer], values);
  if (rule === null || Number.isNaN(largestEigenvalue)) return null;
  const { momentum, share, weightDecay, isNesterov } = rule;
  if (share === 0 || momentum === 1) return null;
  return stabilityLimit((largestEigenvalue + weightDecay) * share, momentum, isNesterov);
}

/**
 * The largest eigenvalue at which the rule is stable at this learning rate: 2 / rate without momentum. Null for rules that
 * have no such limit, and where kept gradients leave it none. Clipping leaves it where it is: near a minimum it is idle.
 */
export function stableCurvature(
  optimizer: OptimizerId,
  values: FieldValues,
  rate: number,
  { forgetZeroGrad }: Pick<Hyperparameters, 'forgetZeroGrad'> = {},
): number | null {
  const rule = linearRule(optimizers[optimizer], values);
  if (rule === null || forgetZeroGrad === true) return null;
  const { momentum, share, weightDecay, isNesterov } = rule;
  if (share === 0 || momentum === 1 || !(rate > 0)) return null;
  return stabilityLimit(1, momentum, isNesterov) / (share * rate) - weightDecay;
}
