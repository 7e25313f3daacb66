// The planes that the page asks for by what they show; some do not exist, and then the answer says why.

import type { NetworkObjective } from '../objective/networkObjective.ts';
import { PairObjective } from '../objective/pairObjective.ts';
import type { Plane } from '../plane.ts';
import { stepPlane, weightsPlane } from '../spannedPlanes.ts';
import type { Vector } from '../vector.ts';
import type { Setup } from './setup.ts';

export type PlaneRequest = {
  /** The weights that the plane goes through. */
  readonly origin: Vector;
} & (
  | { readonly kind: 'weights'; readonly weights: readonly [number, number] }
  | { readonly kind: 'step'; readonly gradient: Vector; readonly fullGradient: Vector }
  | { readonly kind: 'random'; readonly seed: number }
  /** The weights along the path, point after point. */
  | { readonly kind: 'principal'; readonly path: Vector }
);

export interface PlaneReply {
  readonly plane: Plane | null;
  /** Of a principal plane: its share of the path's variance. */
  readonly share: number | null;
  /** One sentence: why there is no such plane. */
  readonly refusal: string | null;
}

export function answerPlane(request: PlaneRequest, { objective }: Pick<Setup, 'objective'>): PlaneReply {
  try {
    if (objective instanceof PairObjective) throw new RangeError('Two weights lie in one plane only.');
    return { share: null, ...planeOf(request, objective), refusal: null };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { plane: null, share: null, refusal: error.message };
  }
}

function planeOf(
  request: PlaneRequest,
  objective: NetworkObjective,
): { readonly plane: Plane; readonly share?: number } {
  const { origin } = request;
  switch (request.kind) {
    case 'weights':
      return { plane: weightsPlane(origin, ...request.weights) };
    case 'step':
      return { plane: stepPlane(origin, request.gradient, request.fullGradient) };
    case 'random':
      return { plane: objective.randomPlane(origin, request.seed) };
    case 'principal': {
      const { share, ...plane } = objective.principalPlane(origin, request.path);
      return { plane, share };
    }
  }
}
