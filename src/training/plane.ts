// Planes through weight space, in which a picture of it lies. With two weights the plane is all of it.
// What makes one stands in spannedPlanes.ts and foundPlanes.ts.

import { dot, lengthOf, type Point, type Vector } from './vector.ts';

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
