// What a text seems to be: which sign parts its cells, which is its decimal sign, and whether its first row names columns.

import { type Delimiter, delimiters, type Row, rowsOf } from './cells.ts';
import { isNumbering } from './columns.ts';
import { type DecimalSign, decimalSignOf, isAmount, isMissing } from './numbers.ts';

/** Rows, and characters, from which the delimiter is guessed. */
const looked = 50;
const lookedText = 65_536;

export interface Understanding {
  readonly delimiter: Delimiter;
  readonly decimalSign: DecimalSign;
  readonly hasHeader: boolean;
}

/** The text without a byte order mark and the line `sep=;` of spreadsheets, and the sign that this names. */
export function unwrapped(text: string): { readonly text: string; readonly named: Delimiter | null } {
  const bare = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  const named = /^"?sep=(.)"?[ \t]*(?:\r\n|\r|\n|$)/i.exec(bare);
  const sign = delimiters.find((delimiter) => delimiter === named?.[1]);
  return named === null ? { text: bare, named: null } : { text: bare.slice(named[0].length), named: sign ?? null };
}

/** How many rows have how many cells: the most frequent width. */
export function usualWidth(rows: readonly Row[]): number {
  const counts = new Map<number, number>();
  for (const { width } of rows) counts.set(width, (counts.get(width) ?? 0) + 1);
  let best = 0;
  for (const [width, count] of counts) if (count > (counts.get(best) ?? 0)) best = width;
  return best;
}

const oneOfDecimals =
  /^\s*[^\s\d,;|][^\n\r,;|\t]*(?:[\r\n]+[+\-−]?\d+,\d+(?:[ \u00a0\u202f]?(?:[%‰\p{Sc}]|[A-Z]{3}))?)+\s*$/u;

/** The first lines of a text, each whole. */
const beginning = (text: string): string =>
  text.length <= 2000 ? text : text.slice(0, 2000).replace(/[\r\n][^\r\n]*$/, '');

/** The sign that cuts most rows into as many cells, and those into numbers. */
export function delimiterOf(text: string): Delimiter {
  // Under one name in a row, numbers with a comma in the middle are one column of decimals.
  if (oneOfDecimals.test(beginning(text))) return ';';
  let best: Delimiter = ',';
  let bestScore = 0;
  for (const delimiter of delimiters) {
    const { rows } = rowsOf(text.slice(0, lookedText), delimiter, looked);
    const width = usualWidth(rows);
    if (width < 2) continue;
    const even = rows.filter((row) => row.width === width).length / rows.length;
    const score = even * (0.5 + numericShare(rows, delimiter));
    if (score > bestScore) [best, bestScore] = [delimiter, score];
  }
  return best;
}

function numericShare(rows: readonly Row[], delimiter: Delimiter): number {
  const sign = decimalSignOf(rows, delimiter);
  let [all, numeric] = [0, 0];
  for (const { cells } of rows)
    for (const cell of cells) {
      all++;
      if (isAmount(cell, sign)) numeric++;
    }
  return all === 0 ? 0 : numeric / all;
}

/** Whether the first row names what stands below: it has text where numbers follow, or nothing follows and it is all text. */
export function hasHeader(rows: readonly Row[], sign: DecimalSign): boolean {
  if (rows.length === 0) return false;
  const [{ cells: first }, ...below] = rows;
  const isText = (cell: string): boolean => !isMissing(cell) && !isAmount(cell, sign);
  if (below.length === 0)
    return first.some((cell) => cell !== '') && first.every((cell) => cell === '' || isText(cell));
  return first.some((cell, column) => {
    if (!isText(cell)) return false;
    const told = below.slice(0, looked).flatMap(({ cells }) => (isMissing(cells[column] ?? '') ? [] : [cells[column]]));
    const numbers = told.filter((own) => isAmount(own, sign)).length;
    return told.length === 0 ? first.every((other) => other === '' || isText(other)) : numbers >= told.length / 2;
  });
}

/** How many rows before the names are a title: one cell each, and then a row of names. */
export function titleRows(rows: readonly Row[], sign: DecimalSign): number {
  const width = usualWidth(rows);
  const count = rows.findIndex((row) => row.width === width);
  const isTitle = width > 1 && count > 0 && rows.slice(0, count).every((row) => row.width === 1);
  return isTitle && hasHeader(rows.slice(count), sign) ? count : 0;
}

/**
 * The names of `width` columns in the cells of a first row. Where there is one less than columns, the first column numbers
 * or names the rows; where spaces part more of them than columns, some have several words, and nobody can say which.
 */
export function namesFrom(
  first: Row,
  rows: readonly Row[],
  width: number,
  { delimiter, decimalSign }: Pick<Understanding, 'delimiter' | 'decimalSign'>,
): readonly string[] {
  const { cells } = first;
  if (delimiter === ' ' && first.width > width) return [];
  if (first.width !== width - 1 || rows.every((row) => (row.cells[width - 1] ?? '') === '')) return cells;
  const areNamed = rows.every((row) => !isAmount(row.cells[0] ?? '', decimalSign));
  return areNamed || isNumbering(rows, 0, decimalSign) ? ['', ...cells] : cells;
}
