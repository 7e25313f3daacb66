// How many digits numbers need to be shown with, so that what is printed can be checked by hand.

import type { Formats } from '../text/format.ts';

/** More decimals than this are no longer read; such numbers are written with powers of ten. */
const mostDecimals = 6;
const largest = 1e5;

/** Decimals that give a number so many significant figures. */
const decimalsFor = (value: number, figures: number): number =>
  value === 0 ? 0 : Math.max(0, figures - 1 - Math.floor(Math.log10(Math.abs(value))));

/** Ways to write the numbers of one line of the rule. */
export interface RuleDigits {
  /** Weights and update: with equally many decimals, their sum is right to the last of them. */
  readonly term: (value: number) => string;
  /** The factor that the learning rate is multiplied with, fine enough for the product. */
  readonly factor: (value: number) => string;
}

/** @param rate what the factor is multiplied with; 1 where there is no product */
export function ruleDigits(format: Formats, weight: number, update: number, rate = 1): RuleDigits {
  const decimals = Math.max(decimalsFor(update, 3), decimalsFor(weight, 3));
  const finer = Math.max(0, Math.ceil(decimals + 1 + Math.log10(Math.abs(rate))));
  const isWritten =
    [weight, update].every((value) => Math.abs(value) < largest) &&
    decimals <= mostDecimals &&
    finer <= mostDecimals &&
    rate !== 0;
  if (!isWritten) return { term: format.number, factor: format.number };
  return { term: (value) => format.fixed(value, decimals), factor: (value) => format.fixed(value, finer) };
}

const mostFigures = 8;

/** Two numbers, in three figures each or in as many as tell them apart; alike where eight do not. */
export function tellApart(format: Formats, first: number, second: number): readonly [string, string] {
  const short = [format.number(first), format.number(second)] as const;
  if (first === second) return short;
  for (let figures = 3; figures <= mostFigures; figures++) {
    const longer = [format.figures(first, figures), format.figures(second, figures)] as const;
    if (longer[0] !== longer[1]) return longer;
  }
  return short;
}
