// What is measured at given weights, apart from any step: the noise of the batches' gradients, and the curvature.

import { inOrder } from '../examples.ts';
import { type Hessian, hessian, largestEigenvalue } from '../objective/curvature.ts';
import type { ResampleRequest } from '../objective/noise.ts';
import { exampleGradients, type GradientPairs, type Resampled, resampleGradients } from '../objective/noise.ts';
import { PairObjective } from '../objective/pairObjective.ts';
import { sharpness } from '../objective/sharpness.ts';
import { type View, weightsPlane } from '../plane.ts';
import { dot, type Vector } from '../vector.ts';
import type { Setup } from './setup.ts';

export interface NoiseRequest extends ResampleRequest {
  readonly weights: Vector;
  /** The plane in which gradients are seen; all of weight space, or of a network's the first two weights, when absent. */
  readonly view?: View;
}

export interface NoiseReply extends Resampled {
  /** Variance of one example's gradient, added up over all weights: of a batch it is 1/B of that, or less. */
  readonly totalVariance: number;
}

/** Batches drawn at held weights, seen in a plane. */
export function sampleNoise(setup: Setup, request: NoiseRequest): NoiseReply {
  const each = gradientsSeen(setup, request);
  return { ...resampleGradients(each, request), totalVariance: totalVariance(setup, request.weights) };
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

/** Mean of |gradient of an example - mean gradient|². */
function totalVariance({ objective, examples }: Setup, weights: Vector): number {
  const order = inOrder(examples.count);
  const [mean, own] = [new Float64Array(objective.dimension), new Float64Array(objective.dimension)];
  objective.sum(weights, examples, order, 0, examples.count, mean);
  for (let i = 0; i < mean.length; i++) mean[i] /= examples.count;
  let sum = 0;
  for (let row = 0; row < examples.count; row++) {
    objective.sum(weights, examples, order, row, row + 1, own);
    for (let i = 0; i < own.length; i++) own[i] -= mean[i];
    sum += dot(own, own);
  }
  return sum / examples.count;
}

export interface CurvatureRequest {
  readonly weights: Vector;
  /** The direction found last, where the search for the next one begins. */
  readonly from?: Vector | null;
}

export interface Curvature {
  /** Largest eigenvalue of the full loss's Hessian: exact of two weights, else to a thousandth. */
  readonly largest: number;
  /** The direction that curves so; null for two weights, which `hessian` tells all about. */
  readonly direction: Vector | null;
  readonly hessian: Hessian | null;
}

export function measureCurvature(
  { objective, examples }: Setup,
  { weights, from = null }: CurvatureRequest,
): Curvature {
  if (objective instanceof PairObjective) {
    const { model, loss } = objective.pair;
    const exact = hessian(model, loss, examples, [weights[0], weights[1]]);
    return { largest: largestEigenvalue(exact), direction: null, hessian: exact };
  }
  const { count } = examples;
  const found = sharpness(objective, weights, examples, inOrder(count), 0, count, { start: from });
  return { largest: found.value, direction: found.direction, hessian: null };
}
