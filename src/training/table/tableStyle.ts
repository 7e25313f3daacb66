// How a table is written: its signs, and whether its encoding is marked.

import type { Delimiter } from './cells.ts';
import type { DecimalSign } from './numbers.ts';

export interface TableStyle {
  readonly delimiter: Delimiter;
  readonly decimalSign: DecimalSign;
  /** Whether it begins with a byte order mark, by which spreadsheets know its encoding. */
  readonly hasMark: boolean;
}

/** As spreadsheets write tables in a language with this decimal sign. */
export const usualStyle = (decimal: string): TableStyle =>
  decimal === ','
    ? { delimiter: ';', decimalSign: ',', hasMark: true }
    : { delimiter: ',', decimalSign: '.', hasMark: true };

/** What a text in this style begins with. */
export const markOf = ({ hasMark }: TableStyle): string => (hasMark ? '\ufeff' : '');
