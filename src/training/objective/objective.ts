// The only thing that the training loop knows of a model and its loss: the mean loss of examples as a function of D weights.

import type { Examples } from '../examples.ts';
import type { LayerPlace } from '../network/layout.ts';
import type { Plane } from '../plane.ts';
import type { Vector } from '../vector.ts';

export interface Objective {
  /** D, the number of weights. */
  readonly dimension: number;
  /** Where the weights stand in layers. */
  readonly layers?: readonly LayerPlace[];
  /**
   * WRITES the sum of the gradients of the rows order[from, to) and returns the sum of their losses: the hot path.
   * `squares`, when given, receives for each layer the sums over units and rows of activation² and of delta².
   */
  sum(
    weights: Vector,
    examples: Examples,
    order: Int32Array,
    from: number,
    to: number,
    gradient: Vector,
    squares?: Vector,
  ): number;
  /** The same where only the gradients are asked for and losses are expensive; what it returns means nothing. */
  readonly sumGradients?: Objective['sum'];
  /** The same as means, not sums, of gradients and losses, where the division is to be had on the way. */
  readonly mean?: Objective['sum'];
  /** Mean loss of all rows. */
  meanLoss(weights: Vector, examples: Examples): number;
  /** Writes the prediction of each row. `kept`, when given, receives what a backward pass can use again. */
  predict(weights: Vector, examples: Examples, prediction: Vector, kept?: Vector): void;
  /** Writes d loss of each row along the plane's two directions: two numbers an example, whatever D is. */
  slopes(weights: Vector, plane: Plane, examples: Examples, alongX: Vector, alongY: Vector): void;
  /** Writes the Hessian of the mean loss of the rows order[from, to) times `vector`, exactly. */
  hessianTimes(
    weights: Vector,
    vector: Vector,
    examples: Examples,
    order: Int32Array,
    from: number,
    to: number,
    into: Vector,
  ): void;
}
