// A point, a gradient, or an update in weight space: always the pair (w1, w2).

export type Weights = readonly [w1: number, w2: number];

/** Interval of each weight, `[low, high]` with low < high: the part of weight space a problem shows. */
export interface Domain {
  readonly x: readonly [low: number, high: number];
  readonly y: readonly [low: number, high: number];
}

export const add = (a: Weights, b: Weights): Weights => [a[0] + b[0], a[1] + b[1]];

export const isFiniteWeights = (w: Weights): boolean => Number.isFinite(w[0]) && Number.isFinite(w[1]);
