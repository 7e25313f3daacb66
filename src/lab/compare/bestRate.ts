// The learning rate with which a rule comes lowest, found by trying: the run is taken with each of a row of rates, from its
// own start and with its own batches.

import { trainingCount } from '../../training/run/configuration.ts';
import type { RunConfig } from '../../training/run/run.ts';
import { rateAxis, sweepTask } from '../../training/studies/sweep.ts';
import { defaultLearningRate } from '../defaults.ts';
import { hasLayers } from '../network.ts';
import type { Rival } from './contender.ts';

/** The rates that are tried, and for how many steps. */
export const triedRates: readonly number[] = rateAxis(1e-3, 10, 25).map((rate) => Number(rate.toPrecision(2)));
export const triedSteps = 100;

/** Examples that may be gone through, all rates together, while a reader waits: some half a second. */
const mostWork = 2e7;

/** Whether there is time to try all rates: of a network, whose steps take much longer, there never is. */
export function canTryRates(config: RunConfig, { hyperparameters }: Pick<Rival, 'hyperparameters'>): boolean {
  const { batchSize, accumulate = 1 } = hyperparameters;
  const examples = Math.min(batchSize * accumulate, trainingCount(config));
  return !hasLayers(config) && triedRates.length * triedSteps * examples <= mostWork;
}

/** The best of the rates that are tried, or the usual one where there is no time or all of them diverge. */
export function bestRate(config: RunConfig, rival: Rival): number {
  const { optimizer, hyperparameters } = rival;
  const usual = defaultLearningRate(config.problem, optimizer);
  if (!canTryRates(config, rival)) return usual;
  const task = sweepTask({
    ...{ config: { ...config, optimizer }, hyperparameters, learningRates: triedRates },
    ...{ batchSizes: [hyperparameters.batchSize], steps: triedSteps, seeds: 1 },
  });
  const { median } = task.conclude(Array.from({ length: task.count }, (_, part) => task.compute(part)));
  const lowest = median.reduce((best, loss, place) => (loss < median[best] ? place : best), 0);
  return Number.isFinite(median[lowest]) ? triedRates[lowest] : usual;
}
