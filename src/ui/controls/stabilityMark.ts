// The stability limit that the learning-rate slider shows: of the full loss at the current weights.

import { ruleStabilityLimit } from '../../lab/stability.ts';
import type { LabState } from '../../lab/store.ts';
import { rounded } from './scales.ts';

/** The limit to three figures, Infinity where nothing curves upward, or null for rules that have no such limit. */
export function selectStabilityLimit({ config, detail, hyperparameters }: LabState): number | null {
  if (detail === null || detail.largestEigenvalue === null) return null;
  // Clipped steps do not overshoot more and more, and a sum of gradients that is never cleared comes to rest at no rate.
  if (hyperparameters.clipNorm != null || hyperparameters.forgetZeroGrad === true) return null;
  const limit = ruleStabilityLimit(config.optimizer, detail.optimizerValues, detail.largestEigenvalue);
  return limit !== null && Number.isFinite(limit) ? rounded(limit) : limit;
}
