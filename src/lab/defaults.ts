// What a run is when nobody says otherwise: the defaults of the page, which a link leaves out.

import { batchesOf } from '../training/batches.ts';
import { withDefaults } from '../training/field.ts';
import type { Optimizer } from '../training/optimizer.ts';
import { type OptimizerId, optimizers } from '../training/optimizers/index.ts';
import type { OwnData } from '../training/ownData/ownData.ts';
import type { Problem } from '../training/problem.ts';
import { type ProblemId, problems } from '../training/problems/index.ts';
import { problemOf, resolveProblem, trainingCount } from '../training/run/configuration.ts';
import type { ExampleChoice } from '../training/run/ownRuns.ts';
import type { Hyperparameters, RunConfig } from '../training/run/run.ts';
import type { Domain, Weights } from '../training/vector.ts';

export const defaultProblem: ProblemId = 'line-fit';
export const defaultOptimizer: OptimizerId = 'sgd';
export const defaultSeed = 7;
export const defaultStepLimit = 100_000;
export const defaultSpeed = 4;

export function defaultLearningRate(problem: ProblemId, optimizer: OptimizerId): number {
  const { suggestedRate }: Optimizer = optimizers[optimizer];
  if (typeof suggestedRate === 'number') return suggestedRate;
  const base = problems[problem].defaults.learningRate;
  return suggestedRate.share === 1 ? base : Number((base * suggestedRate.share).toPrecision(1));
}

/** Where a run on a problem starts when nobody says otherwise. */
export function defaultStart({ problem, settings }: Pick<RunConfig, 'problem' | 'settings'>): Weights {
  const { fields, start }: Problem = problems[problem];
  return start(withDefaults(fields, settings));
}

/** The part of weight space that a problem shows at first. */
export function defaultView(config: ExampleChoice): Domain {
  const { problem, settings } = resolveProblem(config);
  return problem.domain(settings);
}

/** A run on `problem` under its own settings. */
export function defaultConfig(problem: ProblemId, optimizer: OptimizerId, data?: OwnData): RunConfig {
  const { defaults } = data === undefined ? problems[problem] : problemOf({ problem, data });
  return {
    problem,
    settings: {},
    examples: data === undefined ? defaults.examples : data.y.length,
    noise: defaults.noise,
    seed: defaultSeed,
    start: defaultStart({ problem, settings: {} }),
    optimizer,
    sampling: 'reshuffle',
    dropLast: false,
    ...(data !== undefined && { data }),
  };
}

export function defaultHyperparameters(problem: ProblemId, optimizer: OptimizerId): Hyperparameters {
  return {
    learningRate: defaultLearningRate(problem, optimizer),
    batchSize: problems[problem].defaults.batchSize,
    optimizer: {},
    schedule: { kind: 'constant', unit: 'step', warmup: 0, values: {} },
  };
}

/** The same with a batch that the data have examples for. */
export const withinExamples = <Any extends { readonly batchSize: number }>(
  hyperparameters: Any,
  examples: number,
): Any => (hyperparameters.batchSize > examples ? { ...hyperparameters, batchSize: examples } : hyperparameters);

/** The same, with no more micro-batches to an update than an epoch of this run has. */
export function withinEpoch(hyperparameters: Hyperparameters, config: RunConfig): Hyperparameters {
  const { accumulate = 1, ...once } = hyperparameters;
  const most = Math.min(accumulate, batchesOf(trainingCount(config), once.batchSize, config.dropLast));
  return most > 1 ? { ...once, accumulate: most } : once;
}

/** The same with a batch and micro-batches that the data of this run have examples for. */
export const withinData = (hyperparameters: Hyperparameters, config: RunConfig): Hyperparameters =>
  withinEpoch(withinExamples(hyperparameters, trainingCount(config)), config);
