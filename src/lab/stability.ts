// The stability limit of a rule of the SGD family, with all examples in the batch: the learning rate up to which it is
// stable where the loss curves by `largestEigenvalue`. Weight decay adds to the curvature; dampening shrinks every step
// by its share. It reads the values itself, so that the page need not load the theory of linear rules with its slider.

import type { FieldValues } from '../training/field.ts';
import { stabilityLimit } from '../training/objective/curvature.ts';
import type { OptimizerId } from '../training/optimizers/index.ts';

/** Infinity where nothing curves upward; null for rules that have no such limit. */
export function ruleStabilityLimit(
  optimizer: OptimizerId,
  values: FieldValues,
  largestEigenvalue: number,
): number | null {
  if (!(optimizer === 'sgd' || optimizer === 'momentum' || optimizer === 'nesterov')) return null;
  if (values.maximize === true || Number.isNaN(largestEigenvalue)) return null;
  const momentum = numberOf(values.momentum);
  const dampening = momentum > 0 ? numberOf(values.dampening) : 0;
  const lambda = (largestEigenvalue + numberOf(values.weightDecay)) * (1 - dampening);
  return stabilityLimit(lambda, momentum, optimizer === 'nesterov' || values.nesterov === true);
}

const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0);
