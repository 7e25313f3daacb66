// What else changes where a run is configured anew: another problem, optimizer, or size of the data brings its own.

import { withDefaults } from '../training/field.ts';
import { problemOf } from '../training/run/configuration.ts';
import type { RunConfig } from '../training/run/run.ts';
import {
  defaultConfig,
  defaultHyperparameters,
  defaultLearningRate,
  defaultStart,
  defaultStepLimit,
  defaultView,
  withinData,
} from './defaults.ts';
import { sizesOf } from './network.ts';
import { wholePhase } from './phasePlace.ts';
import { type LabState, watchedAtFirst } from './store.ts';

type Configured = Pick<LabState, 'config' | 'hyperparameters' | 'view'>;

/** The run that `change` makes of the present one. The view stays where the same surface is looked at. */
export function configured(state: Configured, change: Partial<RunConfig>): Configured {
  const { config } = state;
  if (change.problem !== undefined && change.problem !== config.problem)
    return withProblem(state, { ...change, problem: change.problem });
  const { hyperparameters, view } = state;
  const isOtherSetting = change.settings !== undefined;
  const next =
    isOtherSetting && change.start === undefined ? fromItsStart({ ...config, ...change }) : { ...config, ...change };
  const isOtherOptimizer = next.optimizer !== config.optimizer;
  const rate = defaultLearningRate(next.problem, next.optimizer);
  return {
    config: next,
    hyperparameters: withinData(
      { ...hyperparameters, ...(isOtherOptimizer && { learningRate: rate, optimizer: {} }) },
      next,
    ),
    view: isOtherSetting ? defaultView(next) : view,
  };
}

/** Where other weights are drawn, an offset from the former ones means nothing. */
function fromItsStart({ startPlane: _former, ...config }: RunConfig): RunConfig {
  return { ...config, start: defaultStart(config) };
}

function withProblem(
  { config, hyperparameters }: Configured,
  change: Partial<RunConfig> & Pick<RunConfig, 'problem'>,
): Configured {
  const optimizer = change.optimizer ?? config.optimizer;
  const next = { ...defaultConfig(change.problem, optimizer, change.data), seed: config.seed, ...change };
  const initial = withinData(defaultHyperparameters(change.problem, optimizer), next);
  return {
    config: next,
    hyperparameters: {
      ...initial,
      ...(optimizer === config.optimizer && { optimizer: hyperparameters.optimizer }),
    },
    view: defaultView(next),
  };
}

/** What is written where a run begins that differs from the present one by `change`. */
export function begunWith(state: LabState, change: Partial<LabState>): Partial<LabState> {
  const { config } = state;
  const next = change.config ?? config;
  // Numbers of another model or rule mean nothing here; those of other data or another start are replaced as they come.
  const nothing: Partial<LabState> = {
    ...{
      detail: null,
      examples: null,
      test: null,
      scaling: null,
      plane: null,
      shownPlane: null,
      draws: null,
      batchSurface: null,
      maps: {},
    },
  };
  return {
    litExample: null,
    ...wholePhase(state.phase === null ? null : 'sample'),
    stepLimit: defaultStepLimit,
    former: null,
    ghostPath: null,
    // Where the weights are others, their numbers mean others as well.
    watched: isSameList(sizesOf(config), sizesOf(next)) ? state.watched : watchedAtFirst,
    chosenExample: config === next ? state.chosenExample : null,
    ...change,
    ...(isOtherKind(config, next) && nothing),
    curvature: [],
    stepCount: 0,
    cursor: 0,
    failure: null,
  };
}

/** Whether the steps of two runs are made of other things: the problem, its model, its loss, or the rule. */
const isOtherKind = (a: RunConfig, b: RunConfig): boolean => a !== b && kindOf(a) !== kindOf(b);

function kindOf(config: RunConfig): string {
  const { problem, settings, optimizer } = config;
  const own = problemOf(config);
  const values = withDefaults(own.fields, settings);
  const trained = own.network === undefined ? [own.model(values), own.loss(values)] : own.network(values);
  return JSON.stringify([problem, trained, optimizer]);
}

const isSameList = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((value, i) => value === b[i]);
