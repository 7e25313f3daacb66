// The largest eigenvalue of the Hessian, the sharpness: gradient descent settles only where the learning rate times it is
// below 2. Power iteration in which every round takes, of all mixtures of v and Hv, the one of the largest v^T H v: never
// slower than with Hv alone, and not led astray where the eigenvalue of the largest size is negative (steepest ascent of
// the Rayleigh quotient; B. N. Parlett, The symmetric eigenvalue problem, 1980).

import type { Examples } from '../examples.ts';
import { Random } from '../random.ts';
import { dot, scale, type Vector } from '../vector.ts';
import type { Objective } from './objective.ts';

export interface Sharpness {
  /** v^T H v: never above the largest eigenvalue, but for rounding. */
  readonly value: number;
  /** |Hv - value v|: some eigenvalue is at most so far from the value. */
  readonly residual: number;
  /** v, of length 1: where the next search may start. */
  readonly direction: Vector;
  /** Products of the Hessian with a vector that it took. */
  readonly products: number;
}

export interface SharpnessSearch {
  /** Where to start, such as the direction found a step ago; any length but 0. */
  readonly start?: Vector | null;
  /** Stops once the residual is at most this share of the value. */
  readonly tolerance?: number;
  readonly mostProducts?: number;
}

/** Of the mean loss of the rows order[from, to) at `weights`. */
export function sharpness(
  objective: Pick<Objective, 'dimension' | 'hessianTimes'>,
  weights: Vector,
  examples: Examples,
  order: Int32Array,
  from: number,
  to: number,
  { start = null, tolerance = 1e-3, mostProducts = 50 }: SharpnessSearch = {},
): Sharpness {
  const times = (vector: Vector, into: Vector): void =>
    objective.hessianTimes(weights, vector, examples, order, from, to, into);
  const direction = firstDirection(objective.dimension, start);
  const [image, other, otherImage] = [0, 0, 0].map(() => new Float64Array(objective.dimension));
  times(direction, image);
  let products = 1;
  for (;;) {
    const value = dot(direction, image);
    // What of Hv points away from v, made a direction of its own.
    for (let i = 0; i < other.length; i++) other[i] = image[i] - value * direction[i];
    const residual = Math.sqrt(dot(other, other));
    const isSettled = !(residual > tolerance * Math.abs(value));
    if (isSettled || products >= mostProducts) return { value, residual, direction, products };
    scale(other, 1 / residual);
    times(other, otherImage);
    products++;
    const [share, otherShare] = steepestMixture(value, residual, dot(other, otherImage));
    mix(direction, share, other, otherShare);
    mix(image, share, otherImage, otherShare);
  }
}

/** The unit eigenvector of [[a, b], [b, d]] with the larger eigenvalue, b above 0. */
function steepestMixture(a: number, b: number, d: number): readonly [number, number] {
  const half = 0.5 * (d - a);
  const root = Math.sqrt(half * half + b * b);
  // The eigenvalue less a, without cancellation.
  const rise = half > 0 ? half + root : (b * b) / (root - half);
  const length = Math.sqrt(b * b + rise * rise);
  return [b / length, rise / length];
}

/** Chance adds a hundredth, so that no search stays at an eigenvector that is no longer the steepest. */
function firstDirection(dimension: number, start: Vector | null): Vector {
  const random = new Random(1);
  const direction = Float64Array.from({ length: dimension }, () => random.uniform(-1, 1));
  scale(direction, 1 / Math.sqrt(dot(direction, direction)));
  const length = start === null ? 0 : Math.sqrt(dot(start, start));
  if (start === null || !(length > 0 && length < Infinity)) return direction;
  mix(direction, 0.01, start, 1 / length);
  scale(direction, 1 / Math.sqrt(dot(direction, direction)));
  return direction;
}

/** vector = share vector + otherShare other. */
function mix(vector: Vector, share: number, other: Vector, otherShare: number): void {
  for (let i = 0; i < vector.length; i++) vector[i] = share * vector[i] + otherShare * other[i];
}
