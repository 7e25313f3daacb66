// The columns of a table: what kind of values each holds, and which of them look like features and like a target.

import { cleanName, longestName, mostOwnClasses } from '../ownData/ownData.ts';
import type { Row } from './cells.ts';
import { unguarded } from './harmless.ts';
import { type DecimalSign, isMissing, numberIn, numberOf, numberWith } from './numbers.ts';
import { amountIn, isDate } from './units.ts';

export interface Column {
  /** As it is written, cleaned, with the unit of its values; empty where the table gives none. */
  readonly name: string;
  /** Whether at least half of what is told are numbers. */
  readonly isNumeric: boolean;
  /** The sign that every number of the column has beside it: percent, or a currency's; empty where they are bare. */
  readonly unit: string;
  /** What keeps a column of text from being one of numbers: it looks like dates, or has several signs or not always one. */
  readonly asText: 'dates' | 'units' | null;
  /** Cells that say something, and those that stand for nothing. */
  readonly told: number;
  readonly missing: number;
  /** Values that differ, as they are written, in order; null where there are more than six of them. */
  readonly values: readonly string[] | null;
  /** Of the numbers; 0 where there are none. `deviation` is that of all of them, not of a sample. */
  readonly minimum: number;
  readonly maximum: number;
  readonly mean: number;
  readonly deviation: number;
  /** How many numbers stand in each of eight equal parts from the minimum to the maximum. */
  readonly bins: readonly number[];
}

const binCount = 8;

/** What a cell of a column says where only the value counts: numbers alike however they are written. */
export function valueIn(
  cell: string,
  sign: DecimalSign,
  { isNumeric, unit }: Pick<Column, 'isNumeric' | 'unit'>,
): string {
  const number = isNumeric ? numberWith(cell, sign, unit) : null;
  return number === null ? textIn(cell) : String(number);
}

const textIn = (cell: string): string => cleanName(unguarded(cell));

/** `index` is from 0; the name is empty where the table gives none. */
export function columnOf(rows: readonly Row[], index: number, name: string, sign: DecimalSign): Column {
  const told = rows.flatMap(({ cells }) => (isMissing(cells[index] ?? '') ? [] : [cells[index]]));
  const bare = bareNumbers(told, sign);
  const isBare = bare.length > 0 && bare.length >= told.length / 2;
  const { unit, asText, numbers } = isBare ? ofBare(bare) : amountsIn(told, sign, bare);
  const isNumeric = isBare || unit !== '';
  const values = valuesIn(told, sign, { isNumeric, unit });
  return {
    ...{ name: withUnit(textIn(name), unit), isNumeric, unit, asText },
    ...{ told: told.length, missing: rows.length - told.length },
    values: values.size > mostOwnClasses ? null : inReadingOrder([...values], isNumeric),
    ...momentsOf(numbers),
  };
}

function bareNumbers(told: readonly string[], sign: DecimalSign): Float64Array {
  const numbers = new Float64Array(told.length);
  let count = 0;
  for (const cell of told) {
    const number = numberIn(cell, sign);
    if (number !== null) numbers[count++] = number;
  }
  return numbers.subarray(0, count);
}

interface Amounts extends Pick<Column, 'unit' | 'asText'> {
  readonly numbers: Float64Array;
}

const ofBare = (numbers: Float64Array): Amounts => ({ unit: '', asText: null, numbers });

/** The amounts of a column in which few numbers, `bare`, are without a sign, and their one unit, or why it has none. */
function amountsIn(told: readonly string[], sign: DecimalSign, bare: Float64Array): Amounts {
  const numbers = new Float64Array(told.length);
  const units = new Set<string>();
  let [count, dates] = [0, 0];
  for (const cell of told) {
    const amount = amountIn(cell);
    const number = amount === null ? null : numberOf(amount, sign);
    if (amount !== null && number !== null) {
      units.add(amount.unit);
      numbers[count++] = number;
    } else if (isDate(cell)) dates++;
  }
  const [unit] = units;
  if (count > 0 && count + bare.length >= told.length / 2)
    return units.size === 1 && bare.length === 0
      ? { unit, asText: null, numbers: numbers.subarray(0, count) }
      : { ...ofBare(bare), asText: 'units' };
  return { ...ofBare(bare), asText: dates > 0 && dates >= told.length / 2 ? 'dates' : null };
}

/** A name with the unit behind it, unless it says it already; an empty one stays empty. */
function withUnit(name: string, unit: string): string {
  if (name === '' || unit === '' || name.split(/[^\p{L}\p{Sc}%‰.]+/u).includes(unit)) return name;
  const end = ` (${unit})`;
  return `${[...name]
    .slice(0, longestName - end.length)
    .join('')
    .trim()}${end}`;
}

/** The values that differ; of more than can be classes only so many that this is seen. */
function valuesIn(
  told: readonly string[],
  sign: DecimalSign,
  kind: Pick<Column, 'isNumeric' | 'unit'>,
): ReadonlySet<string> {
  const values = new Set<string>();
  for (const cell of told) {
    values.add(valueIn(cell, sign, kind));
    if (values.size > mostOwnClasses) break;
  }
  return values;
}

/** Which of two values is the class 1 where words tell. */
const affirmative = /^(?:1|true|yes|y|ja|j|wahr|positiv|positive|pos|t)$/i;

/** Numbers by size, text by its letters; of two words the one that affirms last. */
export function inReadingOrder(values: readonly string[], isNumeric: boolean): readonly string[] {
  if (isNumeric) return values.toSorted((a, b) => Number(a) - Number(b));
  const sorted = values.toSorted((a, b) => (a < b ? -1 : 1));
  return sorted.length === 2 && affirmative.test(sorted[0]) && !affirmative.test(sorted[1]) ? sorted.reverse() : sorted;
}

function momentsOf(numbers: Float64Array): Pick<Column, 'minimum' | 'maximum' | 'mean' | 'deviation' | 'bins'> {
  const bins = Array.from({ length: binCount }, () => 0);
  if (numbers.length === 0) return { minimum: 0, maximum: 0, mean: 0, deviation: 0, bins };
  let [minimum, maximum, sum] = [numbers[0], numbers[0], 0];
  for (let i = 0; i < numbers.length; i++) {
    const number = numbers[i];
    if (number < minimum) minimum = number;
    if (number > maximum) maximum = number;
    sum += number;
  }
  const mean = sum / numbers.length;
  const perBin = maximum > minimum ? binCount / (maximum - minimum) : 0;
  let power = 0;
  for (let i = 0; i < numbers.length; i++) {
    const off = numbers[i] - mean;
    power += off * off;
    bins[Math.min(binCount - 1, Math.floor((numbers[i] - minimum) * perBin))]++;
  }
  return { minimum, maximum, mean, deviation: Math.sqrt(power / numbers.length), bins };
}

/** Which columns are the features, and which is the target; null where nothing is predicted. */
export interface Roles {
  readonly features: readonly number[];
  readonly target: number | null;
}

const isConstant = ({ minimum, maximum }: Column): boolean => minimum === maximum;
const isFeature = (column: Column): boolean => column.isNumeric && !isConstant(column);
const isTarget = ({ isNumeric, values }: Column): boolean => isNumeric || (values !== null && values.length >= 2);

/** Rows numbered from 0 or 1 are no measurement. */
export function isNumbering(rows: readonly Row[], index: number, sign: DecimalSign): boolean {
  const first = rows.length < 3 ? null : numberIn(rows[0].cells[index] ?? '', sign);
  if (first !== 0 && first !== 1) return false;
  return rows.every(({ cells }, row) => numberIn(cells[index] ?? '', sign) === first + row);
}

/** What is looked for: how many features, and whether there is a target at all. */
export interface WantedRoles {
  readonly features: 1 | 2;
  readonly hasTarget: boolean;
  /** 0 where the target is a number. */
  readonly classes: number;
}

/** The last column that can be one as target, the first one or two others of numbers as features. */
export function suggestedRoles(
  rows: readonly Row[],
  columns: readonly Column[],
  sign: DecimalSign,
  { features, hasTarget, classes }: WantedRoles = { features: 2, hasTarget: true, classes: 0 },
): Roles {
  const targets = columns.flatMap((column, index) => (isTarget(column) ? [index] : []));
  const told = columns.flatMap((column, index) => (isFeature(column) ? [index] : []));
  const unnumbered = told.filter((index) => !isNumbering(rows, index, sign));
  if (!hasTarget && unnumbered.length >= features) return { features: unnumbered.slice(0, features), target: null };
  const target = targets.at(-1) ?? null;
  // Where numbers are looked for and there are words, another problem will be chosen.
  const isOther = target !== null && classes === 0 && !columns[target].isNumeric;
  const most = isOther ? 2 : features;
  const others = (candidates: readonly number[]): readonly number[] => candidates.filter((index) => index !== target);
  const chosen = others(unnumbered).length > 0 ? others(unnumbered) : others(told);
  return { features: chosen.slice(0, most), target };
}
