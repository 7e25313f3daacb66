// Trying a learning rate out before it is advised: a run of its own, from the start, with the same shuffles.

import { Loop } from '../run/loop.ts';
import { Rule } from '../run/rule.ts';
import type { Hyperparameters, RunConfig } from '../run/run.ts';
import { setUp } from '../run/setup.ts';
import { takeSteps } from '../run/takeSteps.ts';

/** Steps that an advised rate has held for. */
export const trialSteps = 3000;

/** The smallest rate that is worth trying. */
const smallestRate = 1e-6;

/** Whether a run under these hyperparameters stays finite and near for `trialSteps` steps. */
export function holds(config: RunConfig, hyperparameters: Hyperparameters): boolean {
  const loop = new Loop(setUp(config));
  loop.begin(new Rule(config.optimizer, hyperparameters));
  return takeSteps(loop, trialSteps, null, false) === trialSteps && !loop.isFarOut;
}

/** Two figures are enough for a rate to try, and it is the rounded one that is tried. */
export const roundedRate = (rate: number): number => Number(rate.toPrecision(2));

/** Rates from `first` down, each half of the one before. */
export function ratesToTry(first: number): number[] {
  const rates: number[] = [];
  for (let rate = first; roundedRate(rate) >= smallestRate; rate /= 2) rates.push(roundedRate(rate));
  return rates;
}
