// Planes through weight space, in which a picture of it lies. With two weights the plane is all of it.
// Filter-normalised random planes: H. Li et al., Visualizing the loss landscape of neural nets, 2018.

import { Random } from './random.ts';
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
const parallel = 1e-9;

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

/** Layers of weights: a row for each unit, then the biases. */
interface Layers {
  readonly layers: readonly {
    readonly inputs: number;
    readonly units: number;
    readonly weights: number;
    readonly biases: number;
  }[];
}

/** Generator stream of random planes. */
const planeStream = 0xd0000000;

/**
 * Two random directions in which every unit's weights, its bias among them, are as long as those at the origin: then made
 * orthogonal and of length 1, since a picture needs that, so x and y count in lengths of all weights.
 * @throws RangeError where all weights are 0
 */
export function randomPlane(layout: Layers, origin: Vector, seed: number): Plane {
  const random = new Random(seed, planeStream);
  const [across, up] = [0, 1].map(() => Float64Array.from(origin, () => random.normal()));
  for (const direction of [across, up])
    for (const layer of layout.layers)
      for (let unit = 0; unit < layer.units; unit++) normaliseUnit(direction, origin, layer, unit);
  return spannedBy(origin, across, up, 'Where all weights are 0 they give a random direction no length.');
}

function normaliseUnit(direction: Vector, origin: Vector, layer: Layers['layers'][number], unit: number): void {
  const row = layer.weights + unit * layer.inputs;
  const places = [...Array.from({ length: layer.inputs }, (_, input) => row + input), layer.biases + unit];
  const squares = (vector: Vector): number => places.reduce((sum, place) => sum + vector[place] * vector[place], 0);
  const factor = Math.sqrt(squares(origin) / squares(direction));
  for (const place of places) direction[place] *= factor;
}

/** A principal plane, and the share of the path's variance that lies in it, 0 to 1. */
export interface PrincipalPlane extends Plane {
  readonly share: number;
}

/** Points of the path that count at most, spread evenly. */
const mostPoints = 256;

/**
 * The plane through `origin` along the two leading directions of a path, x and y growing from its beginning to its end.
 * `path` holds the weights point after point, D numbers each.
 * @throws RangeError where the path is a point or a straight line
 */
export function principalPlane(origin: Vector, path: Vector): PrincipalPlane {
  const dimension = origin.length;
  const points = path.length / dimension;
  const used = Math.min(points, mostPoints);
  const rows = Array.from({ length: used }, (_, index) => {
    const point = used === 1 ? 0 : Math.round((index * (points - 1)) / (used - 1));
    return path.slice(point * dimension, (point + 1) * dimension);
  });
  const mean = new Float64Array(dimension);
  for (const row of rows) for (let i = 0; i < dimension; i++) mean[i] += row[i] / used;
  for (const row of rows) for (let i = 0; i < dimension; i++) row[i] -= mean[i];
  const all = rows.reduce((sum, row) => sum + dot(row, row), 0);
  const [first, second] = leading(rows, dimension);
  if (!(second.variance > parallel * parallel * all))
    throw new RangeError('The path so far is a straight line, which lies in no plane of its own.');
  const [begin, end] = [rows[0], rows[rows.length - 1]];
  for (const { direction } of [first, second]) if (dot(direction, end) < dot(direction, begin)) scale(direction, -1);
  const plane = spannedBy(origin, first.direction, second.direction, 'The path so far lies in no plane of its own.');
  return { ...plane, share: Math.min(1, (first.variance + second.variance) / all) };
}

interface Leading {
  readonly direction: Vector;
  readonly variance: number;
}

/** The directions of the largest and the second largest variance of rows with mean 0, by power iteration. */
function leading(rows: readonly Vector[], dimension: number): readonly [Leading, Leading] {
  const first = mostVaried(rows, dimension, null);
  return [first, mostVaried(rows, dimension, first.direction)];
}

const mostRounds = 500;

function mostVaried(rows: readonly Vector[], dimension: number, without: Vector | null): Leading {
  // The row that varies most is a start that no direction of the path can be at right angles to by chance alone.
  let direction: Vector = new Float64Array(dimension);
  for (const row of rows) {
    const candidate = row.slice();
    if (without !== null) removeFrom(candidate, without);
    if (dot(candidate, candidate) > dot(direction, direction)) direction = candidate;
  }
  let variance = 0;
  for (let round = 0; round < mostRounds; round++) {
    const length = lengthOf(direction);
    if (length === 0) return { direction, variance: 0 };
    scale(direction, 1 / length);
    const next = new Float64Array(dimension);
    for (const row of rows) {
      const along = dot(row, direction);
      for (let i = 0; i < dimension; i++) next[i] += along * row[i];
    }
    if (without !== null) removeFrom(next, without);
    const before = variance;
    variance = dot(next, direction);
    if (Math.abs(variance - before) <= 1e-13 * variance) return { direction, variance };
    direction = next;
  }
  scale(direction, 1 / lengthOf(direction));
  return { direction, variance };
}

/** Takes away what of `vector` lies along `unit`, which has length 1. */
function removeFrom(vector: Vector, unit: Vector): void {
  const along = dot(vector, unit);
  for (let i = 0; i < vector.length; i++) vector[i] -= along * unit[i];
}

/** @throws RangeError with this sentence where the two do not span a plane */
function spannedBy(origin: Vector, first: Vector, second: Vector, sentence: string): Plane {
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
