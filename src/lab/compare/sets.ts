// Comparisons that one click sets up: each changes one thing and leaves the rest of the run as it is.

import type { OptimizerId } from '../../training/optimizers/index.ts';
import { trainingCount } from '../../training/run/configuration.ts';
import { Rule } from '../../training/run/rule.ts';
import type { Hyperparameters, RunConfig } from '../../training/run/run.ts';
import { defaultConfig, defaultHyperparameters, defaultLearningRate, withinEpoch } from '../defaults.ts';
import { ruleStabilityLimit } from '../stability.ts';
import type { LabState } from '../store.ts';
import { bestRate } from './bestRate.ts';
import { configOf, type Rival } from './contender.ts';
import { isSame } from './plans.ts';
import type { RaceState } from './raceState.ts';
import type { SetId } from './setIds.ts';

export interface ComparisonSet {
  /** What all of them train; the run's own unless the set has one of its own. */
  readonly config: RunConfig;
  readonly rivals: readonly Rival[];
  readonly clock: RaceState['clock'];
}

const figures = (value: number, count: number): number => Number(value.toPrecision(count));

/** Share of the stability limit that is plainly above it, and how far below a good rate one is plainly too small. */
const beyondLimit = 1.1;
const farBelow = 30;

/** What a set needs of a run. */
export type SetSource = Pick<LabState, 'config' | 'hyperparameters' | 'detail'>;

/** The run before the first set of one click, and what the last one made of it. */
export interface SetOrigin {
  readonly source: SetSource;
  readonly left: Omit<SetSource, 'detail'>;
}

/** From what a set starts: the run before any set, unless it was changed since. */
export function sourceOf({ config, hyperparameters, detail }: SetSource, before: SetOrigin | null): SetSource {
  const isLeft =
    before !== null && isSame([before.left.config, before.left.hyperparameters], [config, hyperparameters]);
  return isLeft ? before.source : { config, hyperparameters, detail };
}

/** A long valley, with all examples in the batch so that nothing but the rules differs. */
function longValley({ seed }: RunConfig): Pick<SetSource, 'config' | 'hyperparameters'> {
  const settings = { condition: 50 };
  const config = { ...defaultConfig('rotated-valley', 'sgd'), settings, seed };
  return {
    config,
    hyperparameters: { ...defaultHyperparameters('rotated-valley', 'sgd'), batchSize: config.examples },
  };
}

/** A neuron that is surely wrong at the start, with all examples in the batch. */
function sureNeuron({ seed }: RunConfig): Pick<SetSource, 'config' | 'hyperparameters'> {
  const config = { ...defaultConfig('sigmoid-neuron', 'sgd'), seed };
  return {
    config,
    hyperparameters: { ...defaultHyperparameters('sigmoid-neuron', 'sgd'), batchSize: config.examples },
  };
}

/** These rules on the same run, each with the arguments that are usual for it and the best of the rates that were tried. */
function atTheirBest(optimizers: readonly OptimizerId[], source: Omit<SetSource, 'detail'>): readonly Rival[] {
  const { config, hyperparameters } = source;
  return optimizers.map((optimizer) => {
    const rival = { optimizer, hyperparameters: withinEpoch({ ...hyperparameters, optimizer: {} }, config) };
    const learningRate = bestRate(config, rival);
    return { optimizer, hyperparameters: { ...rival.hyperparameters, learningRate } };
  });
}

export function comparisonSet(id: SetId, { config, hyperparameters, detail }: SetSource): ComparisonSet {
  const own = (change: Partial<Hyperparameters>): Rival => ({
    optimizer: config.optimizer,
    hyperparameters: withinEpoch({ ...hyperparameters, ...change }, config),
  });
  const constant = defaultHyperparameters(config.problem, config.optimizer).schedule;
  const usualRate = defaultLearningRate(config.problem, config.optimizer);
  const count = trainingCount(config);
  const usualSize = Math.min(defaultHyperparameters(config.problem, config.optimizer).batchSize, count);
  switch (id) {
    case 'batchSizes':
      return { config, rivals: [1, usualSize, count].map((batchSize) => own({ batchSize })), clock: 'epoch' };
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
      return { config, rivals: rates.map((learningRate) => own({ learningRate, schedule: constant })), clock: 'step' };
    }
    case 'optimizers':
      return { config, rivals: atTheirBest(['sgd', 'momentum', 'adam'], { config, hyperparameters }), clock: 'step' };
    case 'valley': {
      const valley = longValley(config);
      return { config: valley.config, rivals: atTheirBest(['sgd', 'momentum', 'adam'], valley), clock: 'step' };
    }
    case 'adaptive':
      return {
        config,
        rivals: atTheirBest(['adagrad', 'rmsprop', 'adam'], { config, hyperparameters }),
        clock: 'step',
      };
    case 'losses': {
      const neuron = sureNeuron(config);
      const rivals = [undefined, 'bce'].map((loss): Rival => {
        const rival = { optimizer: 'sgd' as const, hyperparameters: neuron.hyperparameters, ...(loss && { loss }) };
        const learningRate = bestRate(configOf(rival, neuron.config), rival);
        return { ...rival, hyperparameters: { ...rival.hyperparameters, learningRate } };
      });
      return { config: neuron.config, rivals, clock: 'step' };
    }
    case 'decay':
      return {
        config,
        rivals: [
          own({ schedule: constant }),
          own({ schedule: { ...constant, kind: 'exponential', unit: 'epoch', values: { gamma: 0.8 } } }),
        ],
        clock: 'step',
      };
  }
}
