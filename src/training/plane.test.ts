// Planes are orthonormal, hold what they are named for, and refuse where there is none.

import { describe, expect, it } from 'vitest';
import { principalPlane, randomPlane } from './foundPlanes.ts';
import { directionOf, type Plane, pointOf, projectRows, weightsAt } from './plane.ts';
import { Random } from './random.ts';
import { stepPlane, weightsPlane } from './spannedPlanes.ts';
import { dot, lengthOf, type Vector } from './vector.ts';

const random = new Random(8);
const drawn = (dimension: number): Vector => Float64Array.from({ length: dimension }, () => random.uniform(-1, 1));

// 2-3-1, as network/layout.ts lays it out.
const layout = {
  layers: [
    { inputs: 2, units: 3, weights: 0, biases: 6 },
    { inputs: 3, units: 1, weights: 9, biases: 12 },
  ],
};

function expectOrthonormal({ across, up }: Plane): void {
  expect(lengthOf(across)).toBeCloseTo(1, 14);
  expect(lengthOf(up)).toBeCloseTo(1, 14);
  expect(Math.abs(dot(across, up))).toBeLessThan(1e-14);
}

/** A path in the plane of two directions, bent, with a little of a third. */
function bentPath(dimension: number, points: number, wobble: number): { path: Vector; directions: readonly Vector[] } {
  const directions = [0, 1, 2].map(() => drawn(dimension));
  const path = new Float64Array(dimension * points);
  for (let point = 0; point < points; point++) {
    const t = point / (points - 1);
    const parts = [3 * t, t * (1 - t), wobble * (point % 2)];
    for (let i = 0; i < dimension; i++)
      path[point * dimension + i] = 1 + parts.reduce((sum, part, k) => sum + part * directions[k][i], 0);
  }
  return { path, directions };
}

describe('every plane', () => {
  const origin = drawn(13);
  const planes: readonly (readonly [string, Plane])[] = [
    ['of two weights', weightsPlane(origin, 4, 11)],
    ['of a step', stepPlane(origin, drawn(13), drawn(13))],
    [
      'of a step with gradients of unlike size',
      stepPlane(
        origin,
        drawn(13).map((g) => 1e-180 * g),
        drawn(13).map((g) => 1e180 * g),
      ),
    ],
    ['at random', randomPlane(layout, origin, 1)],
    ['of a path', principalPlane(origin, bentPath(13, 90, 0.01).path)],
  ];

  it.each(planes)('%s is orthonormal', (_, plane) => {
    expectOrthonormal(plane);
    expect(plane.origin).toBe(origin);
  });

  it.each(planes)('%s leads from a point to weights and back', (_, plane) => {
    const weights = weightsAt(plane, [1.5, -0.25], new Float64Array(13));
    const { point, distance } = pointOf(plane, weights);
    expect(point[0]).toBeCloseTo(1.5, 13);
    expect(point[1]).toBeCloseTo(-0.25, 13);
    expect(distance).toBeLessThan(1e-14);
  });

  it.each(planes)('%s measures how far other weights are from it', (_, plane) => {
    const weights = drawn(13);
    const { point, distance } = pointOf(plane, weights);
    const offset = weights.map((weight, i) => weight - origin[i]);
    expect(Math.hypot(...point, distance)).toBeCloseTo(lengthOf(offset), 13);
    expect(directionOf(plane, offset)).toEqual(point);
  });

  it.each(planes)('%s projects a path as it projects each of its points', (_, plane) => {
    const rows = Array.from({ length: 7 }, () => drawn(13));
    const columns = Array.from({ length: 13 }, (_, i) => Float64Array.from(rows, (row) => row[i]));
    const [x, y, distance] = [0, 0, 0].map(() => new Float64Array(7).fill(9));
    projectRows(plane, columns, 2, 7, x, y, distance);
    expect([x[0], y[1], distance[1]]).toEqual([9, 9, 9]);
    for (let row = 2; row < 7; row++) {
      const seen = pointOf(plane, rows[row]);
      expect(x[row]).toBeCloseTo(seen.point[0], 13);
      expect(y[row]).toBeCloseTo(seen.point[1], 13);
      expect(distance[row]).toBeCloseTo(seen.distance, 7);
    }
  });
});

describe('the whole of weight space', () => {
  it('is its own picture', () => {
    const weights = Float64Array.of(0.1, -0.7);
    expect(pointOf(null, weights)).toEqual({ point: [0.1, -0.7], distance: 0 });
    expect(directionOf(null, weights)).toEqual([0.1, -0.7]);
    expect(weightsAt(null, [0.1, -0.7], new Float64Array(2))).toEqual(weights);
    const columns = [Float64Array.of(1, 2, 3), Float64Array.of(4, 5, 6)];
    const [x, y, distance] = [0, 0, 0].map(() => new Float64Array(3));
    projectRows(null, columns, 1, 3, x, y, distance);
    expect([x, y, distance].map((column) => [...column])).toEqual([
      [0, 2, 3],
      [0, 5, 6],
      [0, 0, 0],
    ]);
  });
});

describe('the plane of a step', () => {
  it('holds both gradients', () => {
    const [origin, gradient, full] = [drawn(40), drawn(40), drawn(40)];
    const plane = stepPlane(origin, gradient, full);
    for (const vector of [gradient, full]) {
      const stepped = origin.map((weight, i) => weight - 0.3 * vector[i]);
      expect(pointOf(plane, stepped).distance).toBeLessThan(1e-14);
    }
    expect(directionOf(plane, gradient)[0]).toBeCloseTo(lengthOf(gradient), 13);
  });

  it.each([
    ['the same', [1, 2, 3], [1, 2, 3]],
    ['opposite', [1, 2, 3], [-2, -4, -6]],
    ['0', [0, 0, 0], [1, 2, 3]],
    ['not finite', [1, Number.NaN, 0], [1, 2, 3]],
    ['infinite', [1, 2, 3], [1, Number.POSITIVE_INFINITY, 0]],
  ])('is none where gradients are %s', (_, gradient, full) => {
    expect(() => stepPlane(new Float64Array(3), Float64Array.from(gradient), Float64Array.from(full))).toThrow(
      RangeError,
    );
  });
});

describe('the plane of two weights', () => {
  it.each([
    [0, 0],
    [-1, 1],
    [0, 13],
    [0.5, 1],
    [Number.NaN, 1],
  ])('is none for %d and %d of 13', (i, j) => {
    expect(() => weightsPlane(new Float64Array(13), i, j)).toThrow(RangeError);
  });
});

describe('a random plane', () => {
  it('gives each unit as much as its weights are long', () => {
    const origin = drawn(13);
    const { across } = randomPlane(layout, origin, 3);
    const unit = (vector: Vector, places: readonly number[]) => Math.hypot(...places.map((place) => vector[place]));
    const units = [
      [0, 1, 6],
      [2, 3, 7],
      [4, 5, 8],
      [9, 10, 11, 12],
    ];
    for (const places of units) expect(unit(across, places) * lengthOf(origin)).toBeCloseTo(unit(origin, places), 13);
  });

  it('is another for another seed, and the same for the same', () => {
    const origin = drawn(13);
    expect(randomPlane(layout, origin, 3)).toEqual(randomPlane(layout, origin, 3));
    expect(randomPlane(layout, origin, 4).across).not.toEqual(randomPlane(layout, origin, 3).across);
  });

  it('leaves units of weights 0 alone, and is none where all are 0', () => {
    const origin = drawn(13);
    for (const place of [0, 1, 6]) origin[place] = 0;
    const { across, up } = randomPlane(layout, origin, 3);
    for (const place of [0, 1, 6]) expect(Math.abs(across[place]) + Math.abs(up[place])).toBe(0);
    expect(() => randomPlane(layout, new Float64Array(13), 3)).toThrow(RangeError);
  });
});

describe('the principal plane', () => {
  it('holds a path that lies in a plane, with all of its variance', () => {
    const { path } = bentPath(30, 500, 0);
    const plane = principalPlane(path.slice(0, 30), path);
    expect(plane.share).toBeCloseTo(1, 12);
    for (let point = 0; point < 500; point += 17)
      expect(pointOf(plane, path.slice(point * 30, (point + 1) * 30)).distance).toBeLessThan(1e-6);
  });

  it('lets x grow from the beginning to the end, and names the share', () => {
    const { path, directions } = bentPath(30, 200, 0.3);
    const plane = principalPlane(path.slice(0, 30), path);
    expect(dot(plane.across, directions[0])).toBeGreaterThan(0);
    expect(plane.share).toBeGreaterThan(0.8);
    expect(plane.share).toBeLessThan(1);
  });

  it('finds the directions of known variances', () => {
    const path = new Float64Array(5 * 400);
    for (let point = 0; point < 400; point++)
      [0.1, 3, 0.2, 2, 0].forEach((spread, i) => {
        path[point * 5 + i] = spread * random.normal();
      });
    const plane = principalPlane(new Float64Array(5), path);
    expect(Math.abs(plane.across[1])).toBeGreaterThan(0.97);
    expect(Math.abs(plane.up[3])).toBeGreaterThan(0.97);
  });

  it.each([
    ['a point', 1, 0],
    ['a line', 50, 0],
    ['two points', 2, 1],
  ])('is none of %s', (_, points, bend) => {
    const path = new Float64Array(4 * points);
    for (let point = 0; point < points; point++) path.set([1 + point, 2 * point, bend * point, -point], 4 * point);
    expect(() => principalPlane(new Float64Array(4), path)).toThrow(RangeError);
  });
});
