// How a model is sliced: what its prediction is made of once a weight is held.

import type { Examples } from '../../examples.ts';
import type { Model } from '../../model.ts';

export interface Slices {
  /** The weight that is held while the other varies; null when the prediction is linear in known functions of both. */
  readonly held: 'w1' | 'w2' | null;
  /** Writes a(x) and b(x) of each row for the held weight. */
  basis(held: number, examples: Examples, a: Float64Array, b: Float64Array): void;
  c1(w1: number, w2: number): number;
  c2(w1: number, w2: number): number;
}

export type SlicedModel = readonly [model: Model, slices: Slices];
