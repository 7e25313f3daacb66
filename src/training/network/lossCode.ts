// How code says a network's loss: in the notation (see notation.ts), from which every language is printed, and in the words
// of a library where it has its own. Apart from the arithmetic, so that neither the training loop nor the page's first load carries it.

export interface NetworkLossCode {
  /** What an output should be, of `y`: the example's number, or 1 where the output stands for its class and else 0. */
  target(classes: number): string;
  /** What is made of the outputs first; `value` and `byPrediction` may use it. */
  readonly head?: string;
  /** The part of one output in the loss, of `prediction` and `y`. */
  readonly value: string;
  /** How the parts of an example's outputs make its loss. */
  readonly joins: 'mean' | 'sum';
  /** d loss of the example / d output. */
  byPrediction(outputs: number): string;
  /** The mean over the batch as Python, of `prediction` and `y`; absent where printing `value` does. */
  readonly torch?: string;
  /** The same of each output, or of each example where the parts are summed. */
  readonly tensorflow?: string;
  readonly tfjs?: string;
  /** Keras's loss, as Python. */
  readonly keras: string;
  /** What `activation=` of the last Keras layer is given, as Python. */
  readonly kerasArgument?: string;
}
