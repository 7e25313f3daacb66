// Examples as the text of a table, which `readTable` reads back to the last bit.

import { columnNames, type OwnData } from '../ownData/ownData.ts';
import type { Delimiter } from './cells.ts';
import type { DecimalSign } from './numbers.ts';

export interface TableStyle {
  readonly delimiter: Delimiter;
  readonly decimalSign: DecimalSign;
  /** Whether it begins with a byte order mark, by which spreadsheets know its encoding. */
  readonly hasMark: boolean;
}

/** A text that no spreadsheet takes for a formula. */
const harmless = (text: string): string => (/^'*[=+\-@]/.test(text) ? `'${text}` : text);

function inQuotes(cell: string, delimiter: Delimiter): string {
  const isPlain = !cell.includes(delimiter) && !/["\r\n]|^[\s#']|\s$|^$/.test(cell);
  return isPlain ? cell : `"${cell.replaceAll('"', '""')}"`;
}

/** A row with the names of the columns, and one for each example. */
export function writeTable(data: OwnData, { delimiter, decimalSign, hasMark }: TableStyle): string {
  const [x1, x2, y] = columnNames(data);
  const names = data.x[0].length === 1 ? [x1, y] : [x1, x2, y];
  const number = (value: number): string => {
    const text = String(value);
    return decimalSign === ',' ? text.replace('.', ',') : text;
  };
  const rows = data.x.map((features, row) => [...features, data.y[row]].map(number));
  const lines = [names.map(harmless), ...rows].map((cells) =>
    cells.map((cell) => inQuotes(cell, delimiter)).join(delimiter),
  );
  return `${hasMark ? '\ufeff' : ''}${lines.join('\r\n')}\r\n`;
}
