// What a configuration sets up before the first step: the objective, the examples, and the first weights.

import type { NetworkObjective } from '../objective/networkObjective.ts';
import { type PairObjective, pairObjective } from '../objective/pairObjective.ts';
import type { NetworkProblem, ProblemSettings } from '../problem.ts';
import type { Vector } from '../vector.ts';
import { resolvePair, resolveProblem, splitExamples } from './configuration.ts';
import { objectiveOf, ofNetworks } from './networks.ts';
import type { Data } from './ownRuns.ts';
import type { RunConfig } from './run.ts';

export interface Setup extends Data {
  readonly config: RunConfig;
  readonly objective: PairObjective | NetworkObjective;
  /** The weights that were drawn, before the start's offset; of a pair the start itself. */
  readonly first: Vector;
  /** The weights at step 0. */
  readonly start: Vector;
}

/** @throws RangeError for an unknown problem, a bad setting, or a start plane that is not there */
export function setUp(config: RunConfig): Setup {
  const data = splitExamples(config);
  const { problem, settings } = resolveProblem(config);
  if (problem.network !== undefined) return { config, ...data, ...setUpNetwork(config, problem, settings) };
  const start = Float64Array.from(config.start);
  return { config, ...data, objective: pairObjective(resolvePair(config)), first: start, start };
}

/** The same with first weights drawn by another seed; the data and the shuffles stay. Of a pair nothing is drawn. */
export function withFirstWeights(setup: Setup, seed: number): Setup {
  const { problem, settings } = resolveProblem(setup.config);
  if (problem.network === undefined) return setup;
  return { ...setup, ...setUpNetwork({ ...setup.config, seed }, problem, settings) };
}

function setUpNetwork(
  config: RunConfig,
  problem: NetworkProblem,
  settings: ProblemSettings,
): Pick<Setup, 'objective' | 'first' | 'start'> {
  const objective = objectiveOf(problem.network(settings));
  const first = objective.firstWeights(problem.initial(settings), config.seed);
  return { objective, first, start: ofNetworks().startFrom(first, objective, config) };
}
