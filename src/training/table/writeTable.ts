// Examples as the text of a table, which `readTable` reads back to the last bit.

import { classesOf, columnNames, type OwnData } from '../ownData/ownData.ts';
import type { Delimiter } from './cells.ts';
import { inReadingOrder } from './columns.ts';
import { harmless } from './harmless.ts';
import { isAmount, isMissing } from './numbers.ts';
import { markOf, type TableStyle } from './tableStyle.ts';

/** What stands for each class: its name where all of them are read back as the same classes, else its number. */
function classTexts(data: OwnData): readonly string[] {
  const names = data.classes?.slice(0, classesOf(data)) ?? [];
  const isWord = (name: string): boolean => !isMissing(name) && !isAmount(name, '.') && !isAmount(name, ',');
  const areRead =
    names.length >= 2 &&
    names.length === classesOf(data) &&
    new Set(names).size === names.length &&
    names.every(isWord) &&
    inReadingOrder(names, false).every((name, own) => name === names[own]);
  return areRead ? names.map(harmless) : [];
}

function inQuotes(cell: string, delimiter: Delimiter): string {
  const isPlain = !cell.includes(delimiter) && !/["\r\n]|^[\s#']|\s$|^$/.test(cell);
  return isPlain ? cell : `"${cell.replaceAll('"', '""')}"`;
}

/** A row with the names of the columns, and one for each example. */
export function writeTable(data: OwnData, style: TableStyle): string {
  const { delimiter, decimalSign } = style;
  const [x1, x2, y] = columnNames(data);
  const names = data.x[0].length === 1 ? [x1, y] : [x1, x2, y];
  const number = (value: number): string => String(value).replace('.', decimalSign);
  const classes = classTexts(data);
  const target = (value: number): string => classes[value] ?? number(value);
  const rows = data.x.map((features, row) => [...features.map(number), target(data.y[row])]);
  const lines = [names.map(harmless), ...rows].map((cells) =>
    cells.map((cell) => inQuotes(cell, delimiter)).join(delimiter),
  );
  return `${markOf(style)}${lines.join('\r\n')}\r\n`;
}
