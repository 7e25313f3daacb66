// 1 − βᵗ, by which a running mean that started at 0 is divided after t steps.

import { powerInteger } from '../elementary.ts';

// Since βᵗ ≤ exp(−t (1 − β)), beyond 54 ln 2 = 37.43 the power is below 2⁻⁵⁴ and 1 minus it rounds to 1.
const vanishing = 37.5;

/** For 0 ≤ beta < 1 and t ≥ 1; what 1 − powerInteger(beta, t) gives to the last bit, without the power once it is lost. */
export const biasCorrection = (beta: number, t: number): number =>
  t * (1 - beta) > vanishing ? 1 : 1 - powerInteger(beta, t);
