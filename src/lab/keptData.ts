// Own data where another problem is chosen: they stay wherever it can learn from them.

import { type ProblemId, problems } from '../training/problems/index.ts';
import { ownRuns } from '../training/run/ownRuns.ts';
import type { RunConfig } from '../training/run/run.ts';
import type { LabState } from './store.ts';

/** What to configure for `problem` to be learned, from the own data there are, as they are scaled, if it can be. */
export function keepingData(
  { config, former, stepCount }: Pick<LabState, 'config' | 'former' | 'stepCount'>,
  problem: ProblemId,
): Partial<RunConfig> {
  // Those that a problem could not learn from are there again with the next one, as long as nothing was done with it.
  const { data, standardise } = stepCount === 0 && config.data === undefined ? (former?.state.config ?? {}) : config;
  if (data === undefined || ownRuns().misfit(problems[problem], data) !== null) return { problem };
  return { problem, data, ...(standardise === false && { standardise }) };
}
