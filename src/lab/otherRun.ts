// What else changes where a run is configured anew: another problem, optimizer, or size of the data brings its own.

import { withDefaults } from '../training/field.ts';
import type { Problem } from '../training/problem.ts';
import { problems } from '../training/problems/index.ts';
import { trainingCount } from '../training/run/configuration.ts';
import type { RunConfig } from '../training/run/run.ts';
import {
  defaultConfig,
  defaultHyperparameters,
  defaultLearningRate,
  defaultStart,
  defaultView,
  withinExamples,
} from './defaults.ts';
import type { LabState } from './store.ts';

type Configured = Pick<LabState, 'config' | 'hyperparameters' | 'view'>;

/** The run that `change` makes of the present one. The view stays where the same surface is looked at. */
export function configured(state: Configured, change: Partial<RunConfig>): Configured {
  const { config } = state;
  if (change.problem !== undefined && change.problem !== config.problem)
    return withProblem(state, { ...change, problem: change.problem });
  const { hyperparameters, view } = state;
  const next = { ...config, ...change };
  const isOtherOptimizer = next.optimizer !== config.optimizer;
  const isOtherSetting = change.settings !== undefined;
  return {
    config: isOtherSetting && change.start === undefined ? { ...next, start: defaultStart(next) } : next,
    hyperparameters: withinExamples(
      {
        ...hyperparameters,
        ...(isOtherOptimizer && { learningRate: defaultLearningRate(next.problem, next.optimizer), optimizer: {} }),
      },
      trainingCount(next),
    ),
    view: isOtherSetting ? defaultView(next) : view,
  };
}

function withProblem(
  { config, hyperparameters }: Configured,
  change: Partial<RunConfig> & Pick<RunConfig, 'problem'>,
): Configured {
  const optimizer = change.optimizer ?? config.optimizer;
  const next = { ...defaultConfig(change.problem, optimizer), seed: config.seed, ...change };
  const initial = withinExamples(defaultHyperparameters(change.problem, optimizer), trainingCount(next));
  return {
    config: next,
    hyperparameters: {
      ...initial,
      ...(optimizer === config.optimizer && { optimizer: hyperparameters.optimizer }),
    },
    view: defaultView(next),
  };
}

/** Whether the steps of two runs are made of other things: the problem, its model, its loss, or the rule. */
export const isOtherKind = (a: RunConfig, b: RunConfig): boolean => a !== b && kindOf(a) !== kindOf(b);

function kindOf({ problem, settings, optimizer }: RunConfig): string {
  const own: Problem = problems[problem];
  const values = withDefaults(own.fields, settings);
  const trained = own.network === undefined ? [own.model(values), own.loss(values)] : own.network(values);
  return JSON.stringify([problem, trained, optimizer]);
}
