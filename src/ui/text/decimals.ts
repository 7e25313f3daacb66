// Numbers in decimal digits, as Intl.NumberFormat writes them. Each of its formats takes a phone some milliseconds to make,
// which the first picture would wait for. As there, what is rounded is the shortest number that names the value, halves up.

import type { NumberMarks } from '../../drawing/scale.ts';

interface Digits {
  readonly digits: string;
  /** How many of the digits stand before the decimal sign; below 0 so many zeros come before them. */
  readonly point: number;
}

function digitsOf(size: number): Digits {
  const [digits, power] = size.toExponential().split('e');
  return { digits: digits.replace('.', ''), point: Number(power) + 1 };
}

/** The first `kept` digits, rounded; where that carries over, one more. */
function round({ digits, point }: Digits, kept: number): Digits {
  if (kept >= digits.length) return { digits: digits.padEnd(kept, '0'), point };
  const head = digits.slice(0, Math.max(0, kept));
  if (kept < 0 || digits[kept] < '5') return { digits: head, point };
  const raised = String(BigInt(`1${head}`) + 1n);
  return raised[0] === '1' ? { digits: raised.slice(1), point } : { digits: `1${raised.slice(1)}`, point: point + 1 };
}

/** Whole part and decimals. */
const parts = ({ digits, point }: Digits): readonly [whole: string, decimals: string] =>
  point > 0
    ? [digits.slice(0, point).padEnd(point, '0'), digits.slice(point)]
    : ['0', `${'0'.repeat(-point)}${digits}`];

/** @param least whole parts of so many digits are grouped */
function written(whole: string, decimals: string, { decimal, group }: NumberMarks, least: number): string {
  const grouped = whole.length < least ? whole : whole.replace(/\B(?=(?:\d{3})+$)/g, group);
  return decimals === '' ? grouped : `${grouped}${decimal}${decimals}`;
}

/** Four digits are grouped where numbers are counted; elsewhere only from five on. */
const [leastCount, leastMeasure] = [4, 5];

/** A finite size above 0 with so many significant figures. */
export function withFigures(size: number, figures: number, marks: NumberMarks): string {
  const { digits, point } = round(digitsOf(size), figures);
  return written(...parts({ digits: digits.slice(0, figures), point }), marks, leastMeasure);
}

const endless = (value: number): string => (Number.isNaN(value) ? 'NaN' : '∞');

function roundedParts(size: number, decimals: number, shift = 0): readonly [whole: string, decimals: string] {
  const { digits, point: before } = digitsOf(size);
  const point = size === 0 ? before : before + shift;
  const [whole, fraction] = parts(round({ digits, point }, point + decimals));
  return [whole, fraction.padEnd(decimals, '0').slice(0, decimals)];
}

/** A size of 0 or more with so many decimals. */
export const withDecimals = (size: number, decimals: number, marks: NumberMarks): string =>
  Number.isFinite(size) ? written(...roundedParts(size, decimals), marks, leastMeasure) : endless(size);

const signOf = (value: number): string => (value < 0 || Object.is(value, -0) ? '-' : '');

/** A whole number with grouping; times ten `shift` times. */
export const counted = (value: number, marks: NumberMarks, shift = 0): string =>
  signOf(value) +
  (Number.isFinite(value) ? written(...roundedParts(Math.abs(value), 0, shift), marks, leastCount) : endless(value));

/** At most so many decimals, the last of them not 0, without grouping or powers of ten, with a point. */
export function plainNumber(value: number, most: number): string {
  const [whole, decimals] = roundedParts(Math.abs(value), most);
  const shown = decimals.replace(/0+$/, '');
  return `${signOf(value)}${whole}${shown === '' ? '' : `.${shown}`}`;
}
