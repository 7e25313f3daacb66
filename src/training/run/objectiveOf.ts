// From a configuration to what the training loop needs of its problem: the objective of model and loss.

import { type PairObjective, pairObjective } from '../objective/pairObjective.ts';
import { resolveProblem } from './configuration.ts';
import type { RunConfig } from './run.ts';

/** @throws RangeError for an unknown problem or a bad setting */
export const objectiveOf = (config: Pick<RunConfig, 'problem' | 'settings'>): PairObjective =>
  pairObjective(resolveProblem(config));
