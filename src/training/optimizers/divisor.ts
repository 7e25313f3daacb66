// Whether what a rule divides by can still shrink. A running mean of squared gradients goes down with every quiet step,
// and the steps of a rule that divides by its root grow, until nothing but ε is left of the divisor.

import type { Optimizer } from '../optimizer.ts';

/** A divisor is at its end when all but such a share of it is ε. */
const smallShare = 0.05;

/** Whether a divisor √s + ε, of the entries of `squares`, can still shrink. */
export const canShrink = (squares: Float64Array, eps: number): boolean =>
  squares.some((square) => Math.sqrt(square) > smallShare * eps);

/** The entries of the `index`th slot in an optimizer's state, one for each weight. */
export function slotOf({ slots, shared }: Optimizer, state: Float64Array, index: number): Float64Array {
  const length = (state.length - 1 - (shared?.length ?? 0)) / slots.length;
  return state.subarray(1 + index * length, 1 + (index + 1) * length);
}
