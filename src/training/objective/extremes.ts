// The range of a loss surface, its overflows left out.

import type { GridValues } from './surfaces/grid.ts';

/** Smallest and largest of the finite values; NaN when there is none. */
export function extremes(values: GridValues): { minimum: number; maximum: number } {
  let minimum = Number.POSITIVE_INFINITY;
  let maximum = Number.NEGATIVE_INFINITY;
  for (let cell = 0; cell < values.length; cell++) {
    const value = values[cell];
    if (!Number.isFinite(value)) continue;
    if (value < minimum) minimum = value;
    if (value > maximum) maximum = value;
  }
  return minimum > maximum ? { minimum: Number.NaN, maximum: Number.NaN } : { minimum, maximum };
}
