// Planes through a network's weights that are found: at random, or along the path of a run.
// Filter-normalised random planes: H. Li et al., Visualizing the loss landscape of neural nets, 2018.

import type { Plane } from './plane.ts';
import { Random } from './random.ts';
import { parallel, removeFrom, spannedBy } from './spannedPlanes.ts';
import { dot, lengthOf, scale, type Vector } from './vector.ts';

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
