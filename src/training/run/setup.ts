// What a configuration sets up before the first step: the objective, the examples, and the first weights.

import type { Examples } from '../examples.ts';
import { type PairObjective, pairObjective } from '../objective/pairObjective.ts';
import type { Vector } from '../vector.ts';
import { generateExamples, resolveProblem } from './configuration.ts';
import type { RunConfig } from './run.ts';

export interface Setup {
  readonly config: RunConfig;
  readonly objective: PairObjective;
  readonly examples: Examples;
  /** The weights at step 0. */
  readonly start: Vector;
}

/** @throws RangeError for an unknown problem or a bad setting */
export const setUp = (config: RunConfig): Setup => ({
  config,
  objective: pairObjective(resolveProblem(config)),
  examples: generateExamples(config),
  start: Float64Array.from(config.start),
});
