// Planes through a network's weights that are given: along two of the weights, or by two directions, which Gram and Schmidt
// make orthogonal.

import type { Plane } from './plane.ts';
import { dot, lengthOf, scale, type Vector } from './vector.ts';

/** Vectors closer to one line than this share of their length span no plane. */
export const parallel = 1e-9;

/** The plane of the weights with indices `i` and `j`. @throws RangeError where they are not two weights */
export function weightsPlane(origin: Vector, i: number, j: number): Plane {
  for (const index of [i, j])
    if (!(Number.isInteger(index) && index >= 0 && index < origin.length))
      throw new RangeError(`The weights are numbered from 0 to ${origin.length - 1}, not ${index}.`);
  if (i === j) throw new RangeError('A plane lies along two different weights.');
  const [across, up] = [new Float64Array(origin.length), new Float64Array(origin.length)];
  across[i] = 1;
  up[j] = 1;
  return { origin, across, up };
}

/**
 * The plane of a step: spanned by the batch's gradient, along which x grows, and the full one. A plain step lies in it.
 * @throws RangeError where the two are one, as of a full batch, or where one of them is 0
 */
export function stepPlane(origin: Vector, gradient: Vector, fullGradient: Vector): Plane {
  return spannedBy(origin, gradient, fullGradient, "The batch's gradient and the full gradient span no plane here.");
}

/** Takes away what of `vector` lies along `unit`, which has length 1. */
export function removeFrom(vector: Vector, unit: Vector): void {
  const along = dot(vector, unit);
  for (let i = 0; i < vector.length; i++) vector[i] -= along * unit[i];
}

/** @throws RangeError with this sentence where the two do not span a plane */
export function spannedBy(origin: Vector, first: Vector, second: Vector, sentence: string): Plane {
  const [across, up] = [unitOf(first), unitOf(second)];
  if (across === null || up === null) throw new RangeError(sentence);
  removeFrom(up, across);
  if (!(lengthOf(up) > parallel)) throw new RangeError(sentence);
  scale(up, 1 / lengthOf(up));
  // Once more: what was left of two nearly parallel vectors had lost its right angle to rounding.
  removeFrom(up, across);
  scale(up, 1 / lengthOf(up));
  return { origin, across, up };
}

/** The vector at length 1, or null where it is 0 or not finite. */
function unitOf(vector: Vector): Vector | null {
  const largest = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (!(largest > 0 && largest < Number.POSITIVE_INFINITY)) return null;
  const unit = vector.map((value) => value / largest);
  scale(unit, 1 / lengthOf(unit));
  return unit;
}
