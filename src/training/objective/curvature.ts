// Curvature of the mean loss at one point of weight space: the Hessian, exactly, by the chain rule
// l''(p) dp dpᵀ + l'(p) d²p for each example, its eigenvalues, and the learning rate they allow.

import { meanLoss } from '../batches.ts';
import type { Examples } from '../examples.ts';
import type { Loss } from '../loss.ts';
import type { Model } from '../model.ts';
import type { Weights } from '../vector.ts';

/** A symmetric 2x2 matrix: second derivatives by w1 twice, by both weights, by w2 twice. */
export type Hessian = readonly [w1w1: number, w1w2: number, w2w2: number];

/** Hessian of the mean loss of `examples`. Kinks count as if they were not there. */
export function hessian(model: Model, loss: Loss, examples: Examples, [w1, w2]: Weights): Hessian {
  const { count, y } = examples;
  const column = () => new Float64Array(count);
  const [prediction, slope, bend] = [column(), column(), column()];
  const [byW1, byW2, byW1W1, byW1W2, byW2W2] = [column(), column(), column(), column(), column()];
  model.predict(w1, w2, examples, prediction);
  model.derivative(w1, w2, examples, byW1, byW2);
  model.secondDerivative(w1, w2, examples, byW1W1, byW1W2, byW2W2);
  loss.derivative(prediction, y, count, slope);
  loss.secondDerivative(prediction, y, count, bend);
  for (let i = 0; i < count; i++) {
    const [first, second, d1, d2] = [slope[i], bend[i], byW1[i], byW2[i]];
    byW1W1[i] = second * d1 * d1 + first * byW1W1[i];
    byW1W2[i] = second * d1 * d2 + first * byW1W2[i];
    byW2W2[i] = second * d2 * d2 + first * byW2W2[i];
  }
  return [meanLoss(byW1W1, count), meanLoss(byW1W2, count), meanLoss(byW2W2, count)];
}

export interface Eigen {
  /** The larger eigenvalue first. */
  readonly values: readonly [largest: number, smallest: number];
  /** Unit eigenvectors in the same order, at right angles. */
  readonly vectors: readonly [Weights, Weights];
}

/** Eigenvalues and unit eigenvectors of a symmetric 2x2 matrix, by the rotation of Jacobi. */
export function eigen([a, b, c]: Hessian): Eigen {
  const [largest, smallest] = eigenvalues(a, b, c);
  // Tangent of the rotation that makes the matrix diagonal, in the form that does not cancel.
  const half = (c - a) / 2;
  const tangent = b === 0 ? 0 : b / (half + (half < 0 ? -1 : 1) * Math.sqrt(half * half + b * b));
  const cosine = 1 / Math.sqrt(1 + tangent * tangent);
  const sine = tangent * cosine;
  const [first, second]: [Weights, Weights] = [
    [cosine, -sine],
    [sine, cosine],
  ];
  const isFirstLarger = half < 0;
  return { values: [largest, smallest], vectors: isFirstLarger ? [first, second] : [second, first] };
}

function eigenvalues(a: number, b: number, c: number): [largest: number, smallest: number] {
  const middle = (a + c) / 2;
  const half = (c - a) / 2;
  const radius = Math.sqrt(half * half + b * b);
  // The eigenvalue of larger size is a sum without cancellation; the other follows from the determinant.
  const outer = middle < 0 ? middle - radius : middle + radius;
  const inner = outer === 0 ? 0 : (a * c - b * b) / outer;
  return middle < 0 ? [inner, outer] : [outer, inner];
}

export const largestEigenvalue = ([a, b, c]: Hessian): number => eigenvalues(a, b, c)[0];

/**
 * Largest learning rate at which gradient descent on a quadratic with largest eigenvalue `lambda` still converges;
 * Infinity when nothing curves upward. Heavy ball (Polyak): (2 + 2 beta)/lambda. Nesterov as torch.optim.SGD has it:
 * (2 + 2 beta)/((1 + 2 beta) lambda). Both are 2/lambda without momentum.
 */
export function stabilityLimit(lambda: number, momentum = 0, isNesterov = false): number {
  if (!(lambda > 0)) return Number.POSITIVE_INFINITY;
  return (2 + 2 * momentum) / ((isNesterov ? 1 + 2 * momentum : 1) * lambda);
}
