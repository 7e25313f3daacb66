// Numbers as people write them: with a point or a comma as the decimal sign, thousands parted where there is no doubt.

import { type Amount, amountIn, isMoney, roundThousands } from './units.ts';

export type DecimalSign = '.' | ',';

/** Numbers farther from 0 are refused: the square of none of the others is out of range. */
export const largestNumber = 1e15;

const endless = ['inf', 'infinity'].flatMap((word) => [word, `-${word}`, `+${word}`]);
const missing = new Set(['', 'na', 'n/a', '#n/a', 'nan', 'null', 'none', '?', '-', '–', '—', ...endless]);

/** Whether a cell stands for a value that is not there. */
export function isMissing(cell: string): boolean {
  if (cell === '') return true;
  const first = cell.charCodeAt(0);
  // No digit begins any of them.
  return cell.length <= 9 && !(first >= 48 && first <= 57) && missing.has(cell.toLowerCase());
}

const plain: Readonly<Record<DecimalSign, RegExp>> = {
  '.': /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,4})?$/i,
  ',': /^[+-]?(?:\d+,?\d*|,\d+)(?:e[+-]?\d{1,4})?$/i,
};
/** Thousands by the other sign, with a decimal part or twice, and by signs that are no decimal sign anywhere. */
const grouped: Readonly<Record<DecimalSign, RegExp>> = {
  '.': /^[+-]?\d{1,3}(?:(?:,\d{3})+\.\d+|(?:,\d{3}){2,}|(?:[ '’\u00a0\u202f]\d{3})+(?:\.\d+)?)$/,
  ',': /^[+-]?\d{1,3}(?:(?:\.\d{3})+,\d+|(?:\.\d{3}){2,}|(?:[ '’\u00a0\u202f]\d{3})+(?:,\d+)?)$/,
};

const mostDigits = 15;
const powers = [1];
while (powers.length <= mostDigits) powers.push(10 * powers[powers.length - 1]);

/**
 * What most cells are, read without a detour: at most 15 digits with one decimal sign among them; NaN for any other. Such a
 * whole number and such a power of 10 are exact, so that their quotient is the nearest number, as `Number` has it.
 */
function shortNumber(cell: string, sign: DecimalSign): number {
  const first = cell.charCodeAt(0);
  const isSigned = first === 45 || first === 43;
  const mark = sign.charCodeAt(0);
  let [whole, digits, decimals] = [0, 0, -1];
  for (let at = isSigned ? 1 : 0; at < cell.length; at++) {
    const code = cell.charCodeAt(at);
    if (code === mark && decimals < 0) decimals = digits;
    else if (code >= 48 && code <= 57 && digits < mostDigits) {
      whole = 10 * whole + code - 48;
      digits++;
    } else return Number.NaN;
  }
  if (digits === 0) return Number.NaN;
  const size = decimals < 0 ? whole : whole / powers[digits - decimals];
  return first === 45 ? -size : size;
}

/** A digit, or a decimal sign. */
const mayEndNumber = (code: number): boolean => (code >= 48 && code <= 57) || code === 44 || code === 46;

/** The number that a cell says, or null. It is finite, and no farther from 0 than `largestNumber`. */
export function numberIn(cell: string, sign: DecimalSign): number | null {
  const short = shortNumber(cell, sign);
  // One zero is as good as the other.
  if (!Number.isNaN(short)) return short + 0;
  const written = cell.charCodeAt(0) === 0x2212 ? `-${cell.slice(1)}` : cell;
  // Of 400 digits none tells more than the first few; nobody means them.
  if (written.length > 400) return null;
  if (!mayEndNumber(written.charCodeAt(written.length - 1))) return null;
  const isPlain = plain[sign].test(written);
  if (!isPlain && !grouped[sign].test(written)) return null;
  const joined = isPlain ? written : written.replace(sign === '.' ? /[, '’\u00a0\u202f]/g : /[. '’\u00a0\u202f]/g, '');
  const value = Number(sign === ',' ? joined.replace(',', '.') : joined) + 0;
  return Math.abs(value) <= largestNumber ? value : null;
}

/** The same of an amount in `unit`; '' is a bare number. Null also where a cell has another unit, or none. */
export function numberWith(cell: string, sign: DecimalSign, unit: string): number | null {
  if (unit === '') return numberIn(cell, sign);
  const amount = amountIn(cell);
  return amount?.unit === unit ? numberOf(amount, sign) : null;
}

/** The number of an amount, or null where it is none. */
export function numberOf({ bare, unit }: Amount, sign: DecimalSign): number | null {
  const thousands = isMoney(unit) ? roundThousands.exec(bare) : null;
  const isParted = thousands !== null && thousands[1] !== sign;
  return numberIn(isParted ? bare.replace(thousands[1], '') : bare, sign);
}

/** Whether a cell says a number, with a unit or without. */
export function isAmount(cell: string, sign: DecimalSign): boolean {
  const amount = amountIn(cell);
  return (amount === null ? numberIn(cell, sign) : numberOf(amount, sign)) !== null;
}

/** Thousands, or a number with three decimals: where commas part the columns as well, nobody can say. */
const eitherComma = /^[+\-−]?\d{1,3},\d{3}$/;

/**
 * The decimal sign that most cells speak for, which are numbers with it and none with the other. Where there are none,
 * money tells that has a sign before three digits; the point where nothing does.
 */
export function decimalSignOf(rows: readonly { readonly cells: readonly string[] }[], delimiter: string): DecimalSign {
  let [balance, ofMoney] = [0, 0];
  for (const { cells } of rows)
    for (const written of cells) {
      const amount = amountIn(written);
      const cell = amount?.bare ?? written;
      const thousands = amount !== null && isMoney(amount.unit) ? roundThousands.exec(cell) : null;
      if (thousands !== null) ofMoney += thousands[1] === ',' ? -1 : 1;
      if (thousands !== null || cell.length > 40 || (delimiter === ',' && eitherComma.test(cell))) continue;
      const isWithPoint = numberIn(cell, '.') !== null;
      if (isWithPoint !== (numberIn(cell, ',') !== null)) balance += isWithPoint ? -1 : 1;
    }
  return (balance || ofMoney) > 0 ? ',' : '.';
}
