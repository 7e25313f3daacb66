// The stability limit that the learning-rate slider shows: of the full loss at the current weights, for the rules of
// the SGD family.

import type { LabState } from '../../lab/store.ts';
import { linearRule, ruleStabilityLimit } from '../../training/linearRule.ts';
import { rounded } from './scales.ts';

/** The limit to three figures, Infinity where nothing curves upward, or null for rules that have no such limit. */
export function selectStabilityLimit({ config, detail }: LabState): number | null {
  if (detail === null || Number.isNaN(detail.largestEigenvalue)) return null;
  const rule = linearRule(config.optimizer, detail.optimizerValues);
  if (rule === null) return null;
  const limit = ruleStabilityLimit(rule, detail.largestEigenvalue);
  return Number.isFinite(limit) ? rounded(limit) : limit;
}
