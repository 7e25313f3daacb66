// A step as it is seen in a plane: where it stands, where it goes, and what of it the plane does not show.

import { directionOf, pointOf, type View } from '../plane.ts';
import { lengthOf, type Vector } from '../vector.ts';
import type { SeenStep, StepDetail } from './run.ts';

/** The plane of the view, or the plane of the step itself, wherever that is. */
export type AskedView = View | 'step';

export type Slopes = Pick<SeenStep, 'alongX' | 'alongY'>;

/** What of a step is seen whatever is known of its examples. */
export function seenIn(
  view: View,
  { weights, gradient, fullGradient, update }: Pick<StepDetail, 'weights' | 'gradient' | 'fullGradient' | 'update'>,
): Omit<SeenStep, keyof Slopes> {
  const { point, distance } = pointOf(view, weights);
  return {
    plane: view,
    weights: point,
    gradient: directionOf(view, gradient),
    fullGradient: directionOf(view, fullGradient),
    update: directionOf(view, update),
    distance,
    outside: shareOutside(view, update),
  };
}

/** The share of a vector's length that its plane does not show, 0 to 1. */
export function shareOutside(view: View, vector: Vector): number {
  if (view === null) return 0;
  const [x, y] = directionOf(view, vector);
  const outside = vector.map((value, i) => value - x * view.across[i] - y * view.up[i]);
  const length = lengthOf(vector);
  return length > 0 ? Math.min(1, lengthOf(outside) / length) : 0;
}
