// A model maps an example and two weights to a prediction. Every function here works on a whole batch.

import type { Examples } from './examples.ts';
import type { ModelNotation } from './notation.ts';

export interface Model {
  /** The prediction as text, e.g. `w1 x + w2`. */
  readonly formula: string;
  /** The same, and its derivatives, as the code and the scripts print them. */
  readonly notation: ModelNotation;
  readonly features: 1 | 2;
  /** Whether the prediction is linear in the weights: w1 a(x) + w2 b(x). */
  readonly isLinear: boolean;
  /**
   * Writes the prediction of each of `examples.count` rows. `kept`, when given, receives what `derivative` can use
   * again (an exponential, a tanh), as automatic differentiation keeps values of the forward pass.
   */
  predict(w1: number, w2: number, examples: Examples, prediction: Float64Array, kept?: Float64Array): void;
  /**
   * Writes d prediction / d w1 and d prediction / d w2 of each row. `kept`, when given, is what `predict` left there
   * for the same weights and examples; the result is the same without it, only later.
   */
  derivative(
    w1: number,
    w2: number,
    examples: Examples,
    byW1: Float64Array,
    byW2: Float64Array,
    kept?: Float64Array,
  ): void;
  /** Writes the second derivatives of each row's prediction: by w1 twice, by both, by w2 twice. */
  secondDerivative(
    w1: number,
    w2: number,
    examples: Examples,
    byW1W1: Float64Array,
    byW1W2: Float64Array,
    byW2W2: Float64Array,
  ): void;
}
