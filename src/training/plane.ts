// Planes through weight space, in which a picture of it lies. With two weights the plane is all of it.
// Those of networks alone stand in foundPlanes.ts.

import { dot, lengthOf, type Point, scale, type Vector } from './vector.ts';

/**
 * All weights origin + x across + y up. `across` and `up` have length 1 and stand at right angles, so that lengths and
 * angles in the picture are true. Plain data: it crosses to the worker.
 */
export interface Plane {
  readonly origin: Vector;
  readonly across: Vector;
  readonly up: Vector;
}

/** What a picture of weight space shows: a plane, or null for the whole of it, which two weights alone have. */
export type View = Plane | null;

/** Whether two views show the same plane from the same origin. */
export function isSamePlane(a: View, b: View): boolean {
  if (a === null || b === null || a === b) return a === b;
  const isSame = (p: Vector, q: Vector): boolean => p.length === q.length && p.every((value, i) => value === q[i]);
  return isSame(a.origin, b.origin) && isSame(a.across, b.across) && isSame(a.up, b.up);
}

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

/** Where weights are seen in a view, and how far they are from its plane. */
export interface Seen {
  readonly point: Point;
  readonly distance: number;
}

export function pointOf(view: View, weights: Vector): Seen {
  if (view === null) return { point: [weights[0], weights[1]], distance: 0 };
  const offset = weights.map((weight, i) => weight - view.origin[i]);
  const point: Point = [dot(offset, view.across), dot(offset, view.up)];
  for (let i = 0; i < offset.length; i++) offset[i] -= point[0] * view.across[i] + point[1] * view.up[i];
  return { point, distance: lengthOf(offset) };
}

/** The part of a gradient or an update that lies in the plane. */
export const directionOf = (view: View, vector: Vector): Point =>
  view === null ? [vector[0], vector[1]] : [dot(vector, view.across), dot(vector, view.up)];

/** Writes the weights at a point of the plane. */
export function weightsAt(view: View, [x, y]: Point, into: Vector): Vector {
  if (view === null) into.set([x, y]);
  else for (let i = 0; i < into.length; i++) into[i] = view.origin[i] + x * view.across[i] + y * view.up[i];
  return into;
}

/**
 * Where a path is seen: writes x, y, and the distance from the plane of the rows [from, to) of its columns, one a weight.
 */
export function projectRows(
  view: View,
  columns: readonly Vector[],
  from: number,
  to: number,
  x: Vector,
  y: Vector,
  distance: Vector,
): void {
  for (const target of [x, y, distance]) target.fill(0, from, to);
  if (view === null) {
    x.set(columns[0].subarray(from, to), from);
    y.set(columns[1].subarray(from, to), from);
    return;
  }
  const { origin, across, up } = view;
  for (let i = 0; i < columns.length; i++) {
    const column = columns[i];
    for (let row = from; row < to; row++) {
      const offset = column[row] - origin[i];
      x[row] += offset * across[i];
      y[row] += offset * up[i];
      distance[row] += offset * offset;
    }
  }
  for (let row = from; row < to; row++)
    distance[row] = Math.sqrt(Math.max(0, distance[row] - x[row] * x[row] - y[row] * y[row]));
}
