// What a run is when nobody says otherwise: the defaults of the page, which a link leaves out.

import { withDefaults } from '../training/field.ts';
import type { OptimizerId } from '../training/optimizers/index.ts';
import type { Problem } from '../training/problem.ts';
import { type ProblemId, problems } from '../training/problems/index.ts';
import type { Hyperparameters, RunConfig } from '../training/run/run.ts';

export const defaultProblem: ProblemId = 'line-fit';
export const defaultOptimizer: OptimizerId = 'sgd';
export const defaultSeed = 7;
export const defaultStepLimit = 100_000;
export const defaultSpeed = 4;

/**
 * A learning rate that shows each rule at work on these problems. torch.optim's own defaults are made for networks
 * and would hardly move two weights. The rules of the SGD family take the problem's rate, momentum a smaller one.
 */
const suggestedRates: Partial<Record<OptimizerId, number>> = {
  adagrad: 0.5,
  rmsprop: 0.05,
  adam: 0.1,
  adadelta: 1,
  adamw: 0.1,
  adamax: 0.1,
  nadam: 0.1,
  radam: 0.1,
  rprop: 0.05,
  lion: 0.03,
};

export function defaultLearningRate(problem: ProblemId, optimizer: OptimizerId): number {
  const base = problems[problem].defaults.learningRate;
  if (optimizer === 'momentum' || optimizer === 'nesterov') return Number((base / 4).toPrecision(1));
  return suggestedRates[optimizer] ?? base;
}

/** A run on `problem` under its own settings. */
export function defaultConfig(problem: ProblemId, optimizer: OptimizerId): RunConfig {
  const { defaults, fields, start }: Problem = problems[problem];
  return {
    problem,
    settings: {},
    examples: defaults.examples,
    noise: defaults.noise,
    seed: defaultSeed,
    start: start(withDefaults(fields, {})),
    optimizer,
    sampling: 'reshuffle',
    dropLast: false,
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
