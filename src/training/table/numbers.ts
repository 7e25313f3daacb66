// Numbers as people write them: with a point or a comma as the decimal sign, thousands parted where there is no doubt.

export type DecimalSign = '.' | ',';

/** Numbers farther from 0 are refused: the square of none of the others is out of range. */
export const largestNumber = 1e15;

const endless = ['inf', 'infinity'].flatMap((word) => [word, `-${word}`, `+${word}`]);
const missing = new Set(['', 'na', 'n/a', '#n/a', 'nan', 'null', 'none', '?', '-', '–', '—', ...endless]);

/** Whether a cell stands for a value that is not there. */
export const isMissing = (cell: string): boolean =>
  cell === '' || (cell.length <= 9 && missing.has(cell.toLowerCase()));

const plain: Readonly<Record<DecimalSign, RegExp>> = {
  '.': /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,4})?$/i,
  ',': /^[+-]?(?:\d+,?\d*|,\d+)(?:e[+-]?\d{1,4})?$/i,
};
/** Thousands by the other sign, with a decimal part or twice, and by signs that are no decimal sign anywhere. */
const grouped: Readonly<Record<DecimalSign, RegExp>> = {
  '.': /^[+-]?\d{1,3}(?:(?:,\d{3})+\.\d+|(?:,\d{3}){2,}|(?:[ '’\u00a0\u202f]\d{3})+(?:\.\d+)?)$/,
  ',': /^[+-]?\d{1,3}(?:(?:\.\d{3})+,\d+|(?:\.\d{3}){2,}|(?:[ '’\u00a0\u202f]\d{3})+(?:,\d+)?)$/,
};

/** The number that a cell says, or null. It is finite, and no farther from 0 than `largestNumber`. */
export function numberIn(cell: string, sign: DecimalSign): number | null {
  const written = cell.charCodeAt(0) === 0x2212 ? `-${cell.slice(1)}` : cell;
  // Of 400 digits none tells more than the first few; nobody means them.
  if (written.length > 400) return null;
  const isGrouped = !plain[sign].test(written);
  if (isGrouped && !grouped[sign].test(written)) return null;
  const joined = isGrouped
    ? written.replace(sign === '.' ? /[, '’\u00a0\u202f]/g : /[. '’\u00a0\u202f]/g, '')
    : written;
  // One zero is as good as the other.
  const value = Number(sign === ',' ? joined.replace(',', '.') : joined) + 0;
  return Math.abs(value) <= largestNumber ? value : null;
}

const onlyComma = /^[+\-−]?(?:\d+,\d+|,\d+|\d{1,3}(?:\.\d{3})+,\d+)(?:e[+-]?\d+)?$/i;
const onlyPoint = /^[+\-−]?(?:\d+\.\d+|\.\d+|\d{1,3}(?:,\d{3})+\.\d+)(?:e[+-]?\d+)?$/i;

/** The decimal sign that most cells speak for; the point where none does. */
export function decimalSignOf(rows: readonly { readonly cells: readonly string[] }[]): DecimalSign {
  let balance = 0;
  for (const { cells } of rows)
    for (const cell of cells) {
      if (cell.length > 40) continue;
      if (onlyComma.test(cell)) balance++;
      else if (onlyPoint.test(cell)) balance--;
    }
  return balance > 0 ? ',' : '.';
}
