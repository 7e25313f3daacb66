// The cells and rows of a CSV file (RFC 4180).

import { harmless } from '../training/table/harmless.ts';
import type { TableStyle } from '../training/table/tableStyle.ts';

/** As programs read it. */
export const plainStyle: TableStyle = { delimiter: ',', decimalSign: '.', hasMark: false };

/** A number as it is; a text quoted where it must be, and never one that a spreadsheet would run as a formula. */
export function csvCell(value: number | string, { delimiter, decimalSign }: TableStyle = plainStyle): string {
  const text =
    typeof value === 'string' ? harmless(value) : Number.isFinite(value) ? String(value).replace('.', decimalSign) : '';
  // A cell of text is quoted where programs may look for either sign.
  const mustBeQuoted = text.includes(delimiter) || (typeof value === 'string' && /[",;\r\n]/.test(text));
  return mustBeQuoted ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows of cells as the text of a file. */
export const csvText = (rows: readonly (readonly (number | string)[])[], style: TableStyle = plainStyle): string =>
  rows.map((row) => `${row.map((value) => csvCell(value, style)).join(style.delimiter)}\r\n`).join('');
