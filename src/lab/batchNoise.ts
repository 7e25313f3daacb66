// What the batch size decides of one update: how noisy its gradient is, and what it costs. The covariance of the update's
// gradient is so many times that of one example's as noiseFactor.ts says; the noise is the root of that.

import { updateSize } from '../training/batches.ts';
import { microBatchSizes, noiseFactor } from '../training/objective/noiseFactor.ts';
import { trainingCount } from '../training/run/configuration.ts';
import type { Hyperparameters, RunConfig } from '../training/run/run.ts';

export interface UpdateNoise {
  /** Examples whose gradients one update takes. */
  readonly cost: number;
  /**
   * The standard deviation of the update's gradient, over that of one example's: 0 with all data. Null where no chance
   * decides which examples these are, or where what older batches left joins them.
   */
  readonly noise: number | null;
}

/** Of the first update of an epoch, which is as large as any. */
export function updateNoise(
  config: RunConfig,
  { batchSize, accumulate = 1, forgetZeroGrad }: Pick<Hyperparameters, 'batchSize' | 'accumulate' | 'forgetZeroGrad'>,
): UpdateNoise {
  const count = trainingCount(config);
  const { sampling } = config;
  const cost = updateSize(count, batchSize, accumulate, config.dropLast);
  const sizes = microBatchSizes({ batchSize, accumulate }, cost);
  const isTold = sampling !== 'fixed' && !forgetZeroGrad;
  return { cost, noise: isTold ? Math.sqrt(noiseFactor(sizes, count, sampling)) : null };
}
