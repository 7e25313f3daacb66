// Vectors of weight space, and the points and rectangles of a plane in which they are drawn.

/** Weights, a gradient, or an update: D numbers, D being the number of weights of the model. */
export type Vector = Float64Array;

/** A place or a direction in a plane. */
export type Point = readonly [x: number, y: number];

export type Weights = readonly [w1: number, w2: number];

/** Interval of each weight, `[low, high]` with low < high: the part of weight space a problem shows. */
export interface Domain {
  readonly x: readonly [low: number, high: number];
  readonly y: readonly [low: number, high: number];
}

export const add = (a: Weights, b: Weights): Weights => [a[0] + b[0], a[1] + b[1]];

export const isFiniteWeights = (w: ArrayLike<number>): boolean => Array.from(w).every(Number.isFinite);

export function dot(a: Vector, b: Vector): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

/** Euclidean length. */
export const lengthOf = (vector: Vector): number => Math.sqrt(dot(vector, vector));

/** vector / by, in place. Two numbers are by far the most frequent case, and a loop over two costs as much as the rest. */
export function divide(vector: Vector, by: number): void {
  if (vector.length === 2) {
    vector[0] /= by;
    vector[1] /= by;
  } else divideAll(vector, by);
}

function divideAll(vector: Vector, by: number): void {
  for (let i = 0; i < vector.length; i++) vector[i] /= by;
}

/** All of it 0. A loop: for as few numbers as these, the engine's own fill takes longer than a layer does. */
export function clear(vector: Vector): void {
  for (let i = 0; i < vector.length; i++) vector[i] = 0;
}

/** Writes `from` into `into`, which is as long. */
export function copy(from: Vector, into: Vector): void {
  for (let i = 0; i < from.length; i++) into[i] = from[i];
}

export function scale(vector: Vector, factor: number): void {
  for (let i = 0; i < vector.length; i++) vector[i] *= factor;
}

/** Vectors of one length, one after the other. */
export function joined(vectors: readonly Vector[]): Vector {
  const dimension = vectors[0]?.length ?? 0;
  const all = new Float64Array(dimension * vectors.length);
  vectors.forEach((vector, index) => {
    all.set(vector, index * dimension);
  });
  return all;
}
