// Comparisons that one click sets up: each changes one thing and leaves the rest of the run as it is.

import type { OptimizerId } from '../../training/optimizers/index.ts';
import { trainingCount } from '../../training/run/configuration.ts';
import { Rule } from '../../training/run/rule.ts';
import type { Hyperparameters } from '../../training/run/run.ts';
import { defaultHyperparameters, defaultLearningRate, withinEpoch } from '../defaults.ts';
import { ruleStabilityLimit } from '../stability.ts';
import type { LabState } from '../store.ts';
import type { Rival } from './contender.ts';
import type { RaceState } from './raceState.ts';

export const setIds = ['batchSizes', 'rates', 'optimizers', 'decay'] as const;
export type SetId = (typeof setIds)[number];

export interface ComparisonSet {
  readonly rivals: readonly Rival[];
  readonly clock: RaceState['clock'];
}

const figures = (value: number, count: number): number => Number(value.toPrecision(count));

/** Share of the stability limit that is plainly above it, and how far below a good rate one is plainly too small. */
const beyondLimit = 1.1;
const farBelow = 30;

export function comparisonSet(id: SetId, { config, hyperparameters, detail }: LabState): ComparisonSet {
  const own = (change: Partial<Hyperparameters>, optimizer: OptimizerId = config.optimizer): Rival => ({
    optimizer,
    hyperparameters: withinEpoch({ ...hyperparameters, ...change }, config),
  });
  const constant = defaultHyperparameters(config.problem, config.optimizer).schedule;
  const usualRate = defaultLearningRate(config.problem, config.optimizer);
  const count = trainingCount(config);
  const usualSize = Math.min(defaultHyperparameters(config.problem, config.optimizer).batchSize, count);
  switch (id) {
    case 'batchSizes':
      return { rivals: [1, usualSize, count].map((batchSize) => own({ batchSize })), clock: 'epoch' };
    case 'rates': {
      const { values } = new Rule(config.optimizer, { ...hyperparameters, schedule: constant });
      const curvature = detail?.largestEigenvalue ?? null;
      const limit = curvature === null ? null : ruleStabilityLimit(config.optimizer, values, curvature);
      const isKnown = limit !== null && Number.isFinite(limit);
      const momentum = typeof values.momentum === 'number' ? values.momentum : 0;
      // A velocity adds up 1/(1 − momentum) steps, so a rate that is good falls with momentum though the limit rises.
      const good = isKnown ? figures((limit * (1 - momentum)) / 3, 2) : usualRate;
      const large = isKnown ? figures(limit * beyondLimit, 3) : figures(usualRate * farBelow, 2);
      const rates = [figures(good / farBelow, 2), good, large];
      return { rivals: rates.map((learningRate) => own({ learningRate, schedule: constant })), clock: 'step' };
    }
    case 'optimizers':
      return {
        rivals: (['sgd', 'momentum', 'adam'] as const).map((optimizer) =>
          own({ learningRate: defaultLearningRate(config.problem, optimizer), optimizer: {} }, optimizer),
        ),
        clock: 'step',
      };
    case 'decay':
      return {
        rivals: [
          own({ schedule: constant }),
          own({ schedule: { ...constant, kind: 'exponential', unit: 'epoch', values: { gamma: 0.8 } } }),
        ],
        clock: 'step',
      };
  }
}
