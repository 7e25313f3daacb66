// How steeply the loss curves at given weights, apart from any step.

import { type Hessian, hessian, largestEigenvalue } from '../objective/curvature.ts';
import { PairObjective } from '../objective/pairObjective.ts';
import type { Vector } from '../vector.ts';
import type { Setup } from './setup.ts';

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
  const found = objective.sharpness(weights, examples, { start: from });
  return { largest: found.value, direction: found.direction, hessian: null };
}
