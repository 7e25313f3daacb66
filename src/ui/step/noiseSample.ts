// Other mini-batches at the present weights, drawn once for the numbers and the picture alike.

import type { LabState } from '../../lab/store.ts';
import { type Resampled, resample } from '../../training/objective/noise.ts';
import { pairOf } from '../../training/run/configuration.ts';
import type { StepDetail } from '../../training/run/run.ts';
import { isFiniteWeights } from '../../training/vector.ts';

/** How many batches are drawn. */
export const drawCount = 500;

/** Standard deviations to the edge of the ellipses: 95 % of a normal cloud is inside. */
export const ellipseDeviations = 2.45;

interface Drawn {
  readonly seed: number;
  readonly batchSize: number;
  readonly sample: Resampled;
}

/** The last draw at each step that something still shows: words may be a step behind the picture. */
const drawn = new WeakMap<StepDetail, Drawn>();

/** The draws of the present state; null before the first. */
export function noiseSample({ config, examples, detail, layers, hyperparameters }: LabState): Resampled | null {
  const { resampleSeed: seed } = layers;
  const pair = pairOf(config);
  if (pair === null || seed === null || detail === null || examples === null || !isFiniteWeights(detail.weights))
    return null;
  const { batchSize } = hyperparameters;
  const known = drawn.get(detail);
  if (known !== undefined && known.seed === seed && known.batchSize === batchSize) return known.sample;
  const request = { weights: detail.seen.weights, batchSize, count: drawCount, seed, sampling: config.sampling };
  const sample = resample(pair, examples, request);
  drawn.set(detail, { seed, batchSize, sample });
  return sample;
}
