// How a model is sliced: what its prediction is made of once a weight is held.

import type { Examples } from '../../examples.ts';
import type { Model } from '../../model.ts';

export interface Slices {
  /** The weight that is held while the other varies; null when the prediction is linear in known functions of both. */
  readonly held: 'w1' | 'w2' | null;
  /** Writes a(x) and b(x) of each row for the held weight; b is 0 if nothing is written. */
  readonly basis: (held: number, examples: Examples, a: Float64Array, b: Float64Array) => void;
  /** Writes c1 and c2 at one w2 for each of these w1; c2 is 0 if nothing is written. */
  readonly coefficients: (w1: Float64Array, w2: number, c1: Float64Array, c2: Float64Array) => void;
}

export type SlicedModel = readonly [model: Model, slices: Slices];
