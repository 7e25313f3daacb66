// What the batch size decides of one update: how noisy its gradient is, and what it costs.
//   deviation / deviation of one example's = √((Σ v² − 1/N) / (1 − 1/N)), with replacement √(Σ v²)
// with v the weight that each example of the update has in the mean: 1 / (micro-batches × size of its micro-batch).

import { updateSize } from '../training/batches.ts';
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
  const cost = updateSize(count, batchSize, accumulate, config.dropLast);
  if (config.sampling === 'fixed' || forgetZeroGrad) return { cost, noise: null };
  const whole = Math.floor(cost / batchSize);
  const rest = cost - whole * batchSize;
  const parts = whole + (rest > 0 ? 1 : 0);
  const squares = (whole / batchSize + (rest > 0 ? 1 / rest : 0)) / (parts * parts);
  if (config.sampling === 'replacement') return { cost, noise: Math.sqrt(squares) };
  // Rounding must not leave a noise where there is none.
  const share = count > 1 ? (squares - 1 / count) / (1 - 1 / count) : 0;
  return { cost, noise: share < 1e-12 ? 0 : Math.sqrt(share) };
}
