// The stability limit that the learning-rate slider shows: of the full loss at the current weights.

import { ruleStabilityLimit } from '../../lab/stability.ts';
import type { LabState } from '../../lab/store.ts';
import type { Optimizer } from '../../training/optimizer.ts';
import { optimizers } from '../../training/optimizers/index.ts';
import { linearRule } from '../../training/optimizers/linearRule.ts';
import { rounded } from './scales.ts';

/**
 * The limit to three figures, Infinity where nothing curves upward, or null for rules that have no such limit. Clipping
 * leaves it where it is: it shortens the steps far out, not those near a minimum, from which the run is thrown all the same.
 */
export function selectStabilityLimit({ config, detail, hyperparameters }: LabState): number | null {
  if (detail === null || detail.largestEigenvalue === null || hyperparameters.forgetZeroGrad === true) return null;
  const limit = ruleStabilityLimit(config.optimizer, detail.optimizerValues, detail.largestEigenvalue);
  return limit !== null && Number.isFinite(limit) ? rounded(limit) : limit;
}

/**
 * Whether no rate at all brings the run to rest: a rule of the SGD family is given the sum of all gradients so far. On a
 * quadratic of curvature c its weights follow z, (z − 1)² (z − m) + rate c z² = 0 (Nesterov: + rate c z ((1 + m) z − m)),
 * which has a root on or outside the unit circle for every rate; only weight decay pulls it in.
 */
export function settlesNever({ config, detail, hyperparameters }: LabState): boolean {
  if (detail === null || hyperparameters.forgetZeroGrad !== true) return false;
  const rule = linearRule(optimizers[config.optimizer], detail.optimizerValues);
  return rule !== null && rule.share > 0 && rule.weightDecay === 0;
}

/** Whether the length of its steps does not follow from the length of the gradient alone, so that no curvature limits the rate. */
export const hasNoFixedLimit = ({ config }: Pick<LabState, 'config'>): boolean =>
  (optimizers[config.optimizer] as Optimizer).linear === undefined;
