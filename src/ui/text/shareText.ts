// A share as percents, without the sign.

import type { Formats } from './format.ts';

/** Shares of no more than this are none, but for rounding. */
const rounding = 1e-9;

/** Whole percents, but for shares that would be rounded to all or nothing without being so but for rounding. */
export function percentOf(share: number, format: Formats): string {
  const percent = 100 * share;
  if (percent > 100 * rounding && percent < 0.5) return format.number(percent);
  return percent >= 99.5 && percent < 100 ? format.fixed(Math.min(99.9, percent), 1) : format.fixed(percent, 0);
}
