// An activation bends what a unit sums up: value = f(sum). Every function here works on all units and examples of a layer at once.

export interface Activation {
  /** f' as text, z the sum and a the value, e.g. `1 − a²`; f itself stands in activations/formulas.ts. */
  readonly derivativeFormula: string;
  /** The largest size that f' takes: a unit whose slope is far below it is saturated. */
  readonly largestSlope: number;
  /** How much larger first weights may be than behind a linear unit (torch.nn.init.calculate_gain). */
  readonly gain: number;
  /** Writes f(sum) of the first `count` numbers. */
  value(sum: Float64Array, count: number, value: Float64Array): void;
  /**
   * delta = f'(sum) delta; `value` holds f(sum). At a corner the slope is PyTorch's. In the same go, which so take no time of their
   * own, it adds to squares[at] the squares of the values, and to squares[at + 1] those of the new deltas.
   */
  backward(
    sum: Float64Array,
    value: Float64Array,
    count: number,
    delta: Float64Array,
    squares: Float64Array,
    at: number,
  ): void;
  /** Writes f''(sum), 0 at a corner; `value` holds f(sum). */
  secondDerivative(sum: Float64Array, value: Float64Array, count: number, bend: Float64Array): void;
}

const unread = new Float64Array(2);

/** Writes f'(sum): what becomes of deltas of 1. */
export function slopesOf(
  activation: Activation,
  sum: Float64Array,
  value: Float64Array,
  count: number,
  slope: Float64Array,
): void {
  slope.fill(1, 0, count);
  activation.backward(sum, value, count, slope, unread, 0);
}
