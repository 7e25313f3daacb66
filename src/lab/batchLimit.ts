// The question about the largest stable rate of the run's own mini-batches, and how exact the answer is for it.

import type { Optimizer } from '../training/optimizer.ts';
import { type OptimizerId, optimizers } from '../training/optimizers/index.ts';
import { trainingCount } from '../training/run/configuration.ts';
import type { Hyperparameters, RunConfig } from '../training/run/run.ts';
import type { StableRatesRequest } from '../training/studies/questions.ts';
import { hasLayers } from './network.ts';

/** `whole`: every update is made of all examples, in one batch or in micro-batches of one size. Else what repeats, or what is drawn. */
export type BatchKind = 'whole' | 'replacement' | 'reshuffle' | 'repeated';

export function batchKind(
  config: RunConfig,
  { batchSize, accumulate = 1 }: Pick<Hyperparameters, 'batchSize' | 'accumulate'>,
): BatchKind {
  const { sampling } = config;
  if (sampling === 'replacement') return 'replacement';
  if (batchSize * accumulate === trainingCount(config)) return 'whole';
  return sampling === 'reshuffle' ? 'reshuffle' : 'repeated';
}

const hasTheory = (optimizer: OptimizerId): boolean => (optimizers[optimizer] as Optimizer).linear !== undefined;

/** As text, the same while the answer is; null where there is nothing to ask. The rate itself decides nothing. */
export function batchLimitQuestion(config: RunConfig, hyperparameters: Hyperparameters): string | null {
  if (hasLayers(config) || !hasTheory(config.optimizer) || batchKind(config, hyperparameters) === 'whole') return null;
  const { batchSize } = hyperparameters;
  const request: StableRatesRequest = {
    config: { ...config, start: [0, 0] },
    hyperparameters: { ...hyperparameters, learningRate: 1 },
    batchSizes: [batchSize],
  };
  return JSON.stringify(request);
}
