// Other mini-batches at the present weights, drawn once for the numbers and the picture alike.

import type { LabState } from '../../lab/store.ts';
import { resolveProblem } from '../../training/configuration.ts';
import { type Resampled, resample } from '../../training/noise.ts';
import type { Weights } from '../../training/vector.ts';

/** How many batches are drawn. */
export const drawCount = 500;

/** Standard deviations to the edge of the ellipses: 95 % of a normal cloud is inside. */
export const ellipseDeviations = 2.45;

type SampleOf = Pick<LabState, 'config' | 'examples'> & {
  readonly batchSize: number;
  readonly seed: number;
  readonly w1: number;
  readonly w2: number;
};

let last: { readonly of: SampleOf; readonly sample: Resampled } | null = null;

/** The draws of the present state; null before the first, or while the step is of another problem. */
export function noiseSample({ config, examples, detail, layers, hyperparameters }: LabState): Resampled | null {
  if (layers.resampleSeed === null || detail === null || examples === null) return null;
  if (detail.order.length > examples.count) return null;
  const weights: Weights = detail.weights;
  if (!weights.every(Number.isFinite)) return null;
  const { batchSize } = hyperparameters;
  const of: SampleOf = { config, examples, batchSize, seed: layers.resampleSeed, w1: weights[0], w2: weights[1] };
  if (last !== null && isSame(last.of, of)) return last.sample;
  const request = { weights, batchSize, count: drawCount, seed: of.seed, sampling: config.sampling };
  last = { of, sample: resample(resolveProblem(config), examples, request) };
  return last.sample;
}

const isSame = (a: SampleOf, b: SampleOf): boolean =>
  (Object.keys(a) as (keyof SampleOf)[]).every((key) => a[key] === b[key]);
