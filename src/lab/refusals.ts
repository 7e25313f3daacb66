// Why settings cannot be, as far as no field's own range says it: one sentence each, or null where they can.

import { checkBatches, trainingCount } from '../training/run/configuration.ts';
import { Rule } from '../training/run/rule.ts';
import type { Hyperparameters, RunConfig } from '../training/run/run.ts';
import { networkIn } from './network.ts';

/** One sentence that says why there is no network like this, or null where there is one. */
export const networkProblem = (config: Pick<RunConfig, 'problem' | 'settings'>): string | null =>
  refusalBy(() => networkIn(config));

/** One sentence that says why a rule cannot work with its arguments or on so many examples, or null when it can. */
export function ruleProblem(config: RunConfig, hyperparameters: Hyperparameters): string | null {
  return batchesProblem(config, hyperparameters) ?? refusalBy(() => new Rule(config.optimizer, hyperparameters));
}

/** Why batches like these cannot be cut from the examples, or null when they can. */
export const batchesProblem = (config: RunConfig, hyperparameters: Hyperparameters): string | null =>
  refusalBy(() => checkBatches(hyperparameters, trainingCount(config), config.dropLast));

/** Why `check` throws, in its one sentence; null when it does not. */
export function refusalBy(check: () => unknown): string | null {
  try {
    check();
    return null;
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
}
