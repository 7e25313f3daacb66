// Losses quadratic in the weights: example i costs wᵀAᵢw − 2 bᵢᵀw + cᵢ, so that its gradient is 2 (Aᵢw − bᵢ).
// Least squares on a model linear in the weights, w·a: A = aaᵀ, b = ya. Squared distance to a point p: A = I, b = p.

import type { Examples } from '../examples.ts';
import { losses } from '../losses/index.ts';
import { models } from '../models/index.ts';
import type { Weights } from '../vector.ts';
import type { Hessian } from './curvature.ts';
import type { Pair } from './pair.ts';

/** Numbers of one example in `quadraticRows`: A by w1 twice, by both, by w2 twice, then both parts of b. */
export const quadraticStride = 5;

const isDistance = ({ model, loss }: Pair): boolean => loss === losses.identity && model === models.location;

const isLeastSquares = ({ model, loss }: Pair): boolean => loss === losses.mse && model.isLinear;

/** Whether the loss has the same curvature everywhere. */
export const isQuadratic = (pair: Pair): boolean => isLeastSquares(pair) || isDistance(pair);

/** The five numbers of every example, one example after the other, or null where the loss is not quadratic. */
export function quadraticRows(pair: Pair, examples: Examples): Float64Array | null {
  if (!isQuadratic(pair)) return null;
  const hasFeatures = isLeastSquares(pair);
  const { count, x1, x2, y } = examples;
  const rows = new Float64Array(count * quadraticStride);
  const [a1, a2] = [new Float64Array(count), new Float64Array(count)];
  if (hasFeatures) pair.model.derivative(0, 0, examples, a1, a2);
  for (let i = 0; i < count; i++) {
    rows.set(
      hasFeatures ? [a1[i] * a1[i], a1[i] * a2[i], a2[i] * a2[i], y[i] * a1[i], y[i] * a2[i]] : [1, 0, 1, x1[i], x2[i]],
      i * quadraticStride,
    );
  }
  return rows;
}

/** Mean loss of a quadratic problem but for its constant: wᵀAw − 2 bᵀw. */
export interface QuadraticMean {
  readonly a: Hessian;
  readonly b: Weights;
}

export function meanOfRows(rows: Float64Array): QuadraticMean {
  const sums = [0, 0, 0, 0, 0];
  for (let at = 0; at < rows.length; at++) sums[at % quadraticStride] += rows[at];
  const count = rows.length / quadraticStride;
  const [a11, a12, a22, b1, b2] = sums.map((sum) => sum / count);
  return { a: [a11, a12, a22], b: [b1, b2] };
}

/** Where the gradient is zero, for the mean loss plus decay/2 |w|²; null where that is not one point. */
export function minimumOf({ a, b }: QuadraticMean, decay = 0): Weights | null {
  const [a11, a12, a22] = [a[0] + decay / 2, a[1], a[2] + decay / 2];
  const determinant = a11 * a22 - a12 * a12;
  if (!(determinant > 1e-12 * (a11 + a22) * (a11 + a22))) return null;
  return [(a22 * b[0] - a12 * b[1]) / determinant, (a11 * b[1] - a12 * b[0]) / determinant];
}
