// A loss scores one prediction against its target. Every function here works on a whole batch.
// The mean over the batch is not taken here but in batches.ts, once for all losses.

import type { LossNotation } from './notation.ts';

export interface Loss {
  /** The per-example loss as text, p the prediction and y the target, e.g. `(p - y)²`. */
  readonly formula: string;
  /** The same, and its derivative, as the code and the scripts print them. */
  readonly notation: LossNotation;
  /** PyTorch's mean over the batch, as Python; written out where PyTorch has none. */
  readonly torch?: string;
  /** TensorFlow's loss of each example, as Python; written out where TensorFlow has none. */
  readonly tensorflow?: string;
  /** Writes the loss of each of the first `count` rows and, into `kept`, what `derivative` can use again (see Model). */
  value(prediction: Float64Array, target: Float64Array, count: number, loss: Float64Array, kept?: Float64Array): void;
  /** Writes d loss / d prediction of each row. `kept`, when given, is what `value` left there for the same rows. */
  derivative(
    prediction: Float64Array,
    target: Float64Array,
    count: number,
    byPrediction: Float64Array,
    kept?: Float64Array,
  ): void;
  /** Writes the second derivative of the loss by the prediction (zero where it has a kink). */
  secondDerivative(prediction: Float64Array, target: Float64Array, count: number, byPrediction: Float64Array): void;
}
