// Numbers for assistive technology: what aria-valuenow and its bounds may be.

import { plainNumber } from './text/decimals.ts';

/** A number without powers of ten, and within its bounds whatever it is: what it really is stands in the words beside it. */
export function spokenNumber(value: number, low = -Number.MAX_VALUE, high = Number.MAX_VALUE): string {
  const number = Number.isNaN(value) ? 0 : value;
  return plainNumber(Math.min(high, Math.max(low, number)), 20);
}
