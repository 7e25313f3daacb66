// A network's loss scores the outputs of each example against its target. Every function here works on a block of examples:
// output k of example e stands at [k * count + e], and so does its target.
// The mean over the batch is not taken here but by whoever sums up (PyTorch's reduction='mean').

/** What makes of the outputs what is shown of them: themselves, a probability of class 1, or probabilities that sum to 1. */
export type Head = 'identity' | 'sigmoid' | 'softmax';

/** What is known of a loss without its arithmetic. */
export interface LossKind {
  /** The loss of one example as text, p an output and y its target. */
  readonly formula: string;
  readonly head: Head;
  /** Whether it can score data of so many classes; 0 classes: the target is a number. */
  fits(classes: number): boolean;
  /** How many outputs it needs. */
  outputs(classes: number): number;
}

export interface NetworkLoss {
  /** What output k should be for an example of class y, or whose number is y. */
  target(y: number, k: number, classes: number): number;
  /** Writes the loss of each of `count` examples and, for every output, into `kept` what the derivatives use again. */
  value(
    output: Float64Array,
    target: Float64Array,
    outputs: number,
    count: number,
    loss: Float64Array,
    kept: Float64Array,
  ): void;
  /** Writes d loss / d output, the loss that of the output's own example. */
  derivative(
    output: Float64Array,
    target: Float64Array,
    outputs: number,
    count: number,
    byOutput: Float64Array,
    kept: Float64Array,
  ): void;
  /** Writes the matrix of second derivatives by the outputs times `direction`, for each example (0 at a corner). */
  secondDerivative(
    output: Float64Array,
    target: Float64Array,
    outputs: number,
    count: number,
    direction: Float64Array,
    into: Float64Array,
    kept: Float64Array,
  ): void;
}
