// The noise of the batches' gradients at given weights, apart from any step: other batches drawn there, and the law.

import { type Examples, inOrder } from '../examples.ts';
import type { NetworkObjective } from '../objective/networkObjective.ts';
import {
  type Covariance,
  drawBatches,
  exampleGradients,
  type GradientPairs,
  type Resampled,
  type ResampleRequest,
  resampleGradients,
} from '../objective/noise.ts';
import { microBatchSizes, noiseFactor } from '../objective/noiseFactor.ts';
import { PairObjective } from '../objective/pairObjective.ts';
import type { View } from '../plane.ts';
import { weightsPlane } from '../spannedPlanes.ts';
import { divide, dot, type Vector } from '../vector.ts';
import type { Setup } from './setup.ts';

export interface NoiseRequest extends ResampleRequest {
  readonly weights: Vector;
  /** The plane in which gradients are seen; all of weight space, or of a network's the first two weights, when absent. */
  readonly view?: View;
}

export interface NoiseReply extends Resampled {
  /** Variance of a batch's gradient, added up over all weights: of the batches drawn, and as the law has it. */
  readonly totalVariance: { readonly measured: number; readonly predicted: number };
}

/** Batches drawn at held weights, seen in a plane. */
export function sampleNoise(setup: Setup, request: NoiseRequest): NoiseReply {
  const seen = resampleGradients(gradientsSeen(setup, request), request);
  return { ...seen, totalVariance: totalVariance(setup, request, seen) };
}

function gradientsSeen({ objective, examples, start }: Setup, { weights, view }: NoiseRequest): GradientPairs {
  if (objective instanceof PairObjective) return exampleGradients(objective.pair, examples, [weights[0], weights[1]]);
  const { count } = examples;
  const [alongX, alongY] = [new Float64Array(count), new Float64Array(count)];
  objective.slopes(weights, view ?? weightsPlane(start, 0, 1), examples, alongX, alongY);
  const pairs = new Float64Array(2 * count);
  for (let row = 0; row < count; row++) {
    pairs[2 * row] = alongX[row];
    pairs[2 * row + 1] = alongY[row];
  }
  return pairs;
}

function totalVariance(
  { objective, examples }: Setup,
  request: NoiseRequest,
  { measured, predicted }: Resampled,
): NoiseReply['totalVariance'] {
  // Two weights are seen as they are.
  if (objective instanceof PairObjective)
    return { measured: traceOf(measured.covariance), predicted: traceOf(predicted) };
  const each = gradientsOfAll(objective, examples, request.weights);
  const ofEach = each.reduce((sum, own) => sum + dot(own, own), 0) / examples.count;
  const { count, sampling } = request;
  const sizes = microBatchSizes(request, examples.count);
  const mean = new Float64Array(objective.dimension);
  const batch = new Float64Array(objective.dimension);
  let squares = 0;
  drawBatches(examples.count, request, (order) => {
    batch.fill(0);
    let row = 0;
    for (const size of sizes) for (const end = row + size; row < end; row++) addTo(batch, each[order[row]], 1 / size);
    divide(batch, sizes.length);
    squares += dot(batch, batch);
    addTo(mean, batch, 1);
  });
  divide(mean, count);
  return {
    measured: Math.max(0, squares / count - dot(mean, mean)),
    predicted: noiseFactor(sizes, examples.count, sampling) * ofEach,
  };
}

const traceOf = ([c11, , c22]: Covariance): number => c11 + c22;

function addTo(sum: Vector, vector: Vector, weight: number): void {
  for (let i = 0; i < sum.length; i++) sum[i] += weight * vector[i];
}

/** The gradient of each example less that of all of them, which leaves variances no digits to lose. */
function gradientsOfAll(objective: NetworkObjective, examples: Examples, weights: Vector): readonly Vector[] {
  const order = inOrder(examples.count);
  const mean = new Float64Array(objective.dimension);
  objective.sum(weights, examples, order, 0, examples.count, mean);
  divide(mean, examples.count);
  return Array.from(order, (row) => {
    const own = new Float64Array(objective.dimension);
    objective.sum(weights, examples, order, row, row + 1, own);
    for (let i = 0; i < own.length; i++) own[i] -= mean[i];
    return own;
  });
}
