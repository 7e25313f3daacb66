// From the text of a table to examples: what was understood, what each row that is left out lacks, and the examples
// themselves. A pure function of the text and of what was chosen; it never throws, and nothing that is not finite gets in.

import { inOrder } from '../examples.ts';
import { fewestOwnExamples, mostOwnExamples, type OwnData } from '../ownData/ownData.ts';
import { Random } from '../random.ts';
import { type Delimiter, mostColumns, type Row, rowsOf } from './cells.ts';
import { type Column, columnOf, type Roles, suggestedRoles, valueIn, type WantedRoles } from './columns.ts';
import { type DecimalSign, decimalSignOf, isMissing, numberWith } from './numbers.ts';
import {
  delimiterOf,
  hasHeader,
  namesFrom,
  titleRows,
  type Understanding,
  unwrapped,
  usualWidth,
} from './understanding.ts';

/** Longest text that is read, in characters. */
export const longestText = 1_048_576;
export const mostRows = 10_000;
/** Faults that are listed. */
const mostFaults = 50;
const shownRows = 6;
const longestCell = 40;

/** Generator stream of the rows that are used where there are too many. */
const sampleStream = 0xd0000000;

/** What is not left to a guess. */
export interface TableChoices {
  readonly delimiter?: Delimiter;
  readonly decimalSign?: DecimalSign;
  readonly hasHeader?: boolean;
  readonly roles?: Roles;
  /** What roles are looked for while none are chosen. */
  readonly wanted?: WantedRoles;
  /** Whether the values of the target are classes; else they are numbers. */
  readonly isClasses?: boolean;
  /** Of two classes the one that is 1, as it is written. */
  readonly one?: string;
  /** Of the sample where there are too many rows. */
  readonly seed?: number;
}

/** What is wrong with one row, so that it is left out. */
export interface RowFault {
  readonly line: number;
  /** `cells`: it has `width` cells instead of as many as the others; `number`: a cell is no number that can be used. */
  readonly kind: 'cells' | 'number';
  readonly column: string;
  readonly text: string;
}

/** Why there are no examples. */
export type TableRefusal =
  | 'too-long'
  | 'empty'
  | 'header-only'
  | 'one-column'
  | 'all-missing'
  | 'no-feature'
  | 'constant'
  | 'target'
  | 'too-few';

export interface TableReading extends Understanding {
  readonly refusal: TableRefusal | null;
  /** The column that is refused, where it is one. */
  readonly refused: string;
  readonly columns: readonly Column[];
  /** Whether the table has more columns, or more rows, than are read. */
  readonly hasMoreColumns: boolean;
  readonly hasMoreRows: boolean;
  /** Rows that were read, without the header. */
  readonly rowCount: number;
  /** The first rows as they were cut. */
  readonly shown: readonly (readonly string[])[];
  readonly roles: Roles;
  readonly isClasses: boolean;
  /** The classes in order, as they are written; empty where the target is a number. */
  readonly classes: readonly string[];
  /** Rows that lack a value that is needed, by their lines; the first of them, and how many there are. */
  readonly missing: readonly number[];
  readonly missingCount: number;
  readonly faults: readonly RowFault[];
  readonly faultCount: number;
  /** Rows that can be used; where there are too many, `data` is a sample of them. */
  readonly usableCount: number;
  readonly data: OwnData | null;
}

interface Table extends Understanding {
  readonly rows: readonly Row[];
  readonly names: readonly string[];
  readonly width: number;
  readonly isCut: boolean;
}

/** What becomes of the rows under the chosen columns. */
interface Kept extends Pick<TableReading, 'missing' | 'missingCount' | 'faults' | 'faultCount'> {
  /** Features and target of each row that has them all. */
  readonly usable: readonly { readonly x: readonly number[]; readonly y: number }[];
}

export function readTable(text: string, choices: TableChoices = {}): TableReading {
  const isTooLong = text.length > longestText;
  const table = cut(isTooLong ? '' : text, choices);
  const { rows, names, decimalSign } = table;
  const columns = names.map((name, index) => columnOf(rows, index, name, decimalSign));
  const roles = fitting(choices.roles, columns) ?? suggestedRoles(rows, columns, decimalSign, choices.wanted);
  const classes = classesIn(roles.target === null ? undefined : columns[roles.target], choices);
  const { usable, ...report } = keptRows(table, columns, roles, classes);
  const used = sampleOf(usable, choices.seed ?? 1);
  // A class of which no row is used is none.
  const seen = classes.flatMap((_, own) => (used.some(({ y }) => y === own) ? [own] : []));
  const met = seen.length === 2 && classes[seen[0]] === choices.one ? seen.toReversed() : seen;
  const refusal = isTooLong
    ? { refusal: 'too-long' as const, refused: '' }
    : refusalOf(table, columns, roles, used, classes.length > 0 && met.length < 2);
  return {
    ...{ delimiter: table.delimiter, decimalSign, hasHeader: table.hasHeader },
    ...refusal,
    columns,
    hasMoreColumns: table.width > mostColumns,
    hasMoreRows: table.isCut,
    rowCount: rows.length,
    shown: rows.slice(0, shownRows).map(({ cells }) => cells.map((cell) => cell.slice(0, longestCell))),
    roles,
    isClasses: classes.length > 0,
    classes: met.map((own) => classes[own]),
    ...report,
    usableCount: usable.length,
    data: refusal.refusal === null ? dataFrom(used, columns, roles, classes, met) : null,
  };
}

/** The text in rows of cells, and the names of its columns. */
function cut(text: string, choices: TableChoices): Table {
  const { text: bare, named } = unwrapped(text);
  const delimiter = choices.delimiter ?? named ?? delimiterOf(bare);
  const read = rowsOf(bare, delimiter, mostRows + 1);
  const decimalSign = choices.decimalSign ?? decimalSignOf(read.rows.slice(0, 200), delimiter);
  const own = choices.hasHeader === false ? read.rows : read.rows.slice(titleRows(read.rows, decimalSign));
  const isNamed = choices.hasHeader ?? hasHeader(own, decimalSign);
  const [first] = own;
  const rows = own.slice(isNamed ? 1 : 0, isNamed ? mostRows + 1 : mostRows);
  const isCut = read.isCut || own.length > rows.length + (isNamed ? 1 : 0);
  const width = usualWidth(own);
  const cells =
    isNamed && first !== undefined
      ? namesFrom(first, rows, Math.min(width, mostColumns), { delimiter, decimalSign })
      : [];
  const names = Array.from({ length: Math.min(width, mostColumns) }, (_, index) => cells[index] ?? '');
  // A delimiter at the end of every line begins no column.
  const isNothing = (index: number): boolean =>
    index >= 0 && names[index] === '' && rows.every((row) => (row.cells[index] ?? '') === '');
  while (names.length > 1 && isNothing(names.length - 1)) names.pop();
  return { delimiter, decimalSign, hasHeader: isNamed, rows, names, width, isCut };
}

/** Chosen columns, where the table has them. */
function fitting(roles: Roles | undefined, columns: readonly Column[]): Roles | null {
  if (roles === undefined) return null;
  const { features, target } = roles;
  const all = target === null ? features : [...features, target];
  const areThere = all.every((index) => columns[index] !== undefined) && new Set(all).size === all.length;
  return areThere && features.length <= 2 ? roles : null;
}

/** The classes of a target in order; none where it is a number. */
function classesIn(target: Column | undefined, { isClasses }: TableChoices): readonly string[] {
  const values = target?.values ?? [];
  if (target === undefined || values.length < 2) return [];
  const areWhole = values.every((value) => Number.isInteger(Number(value)));
  // Numbers are classes where they come again and again.
  const areFew = target.told >= 2 * values.length && (values.length === 2 || areWhole);
  if (target.isNumeric && !(isClasses ?? areFew)) return [];
  return values;
}

function keptRows(table: Table, columns: readonly Column[], roles: Roles, classes: readonly string[]): Kept {
  const { rows, decimalSign, names } = table;
  const missing: number[] = [];
  const faults: RowFault[] = [];
  const usable: { x: readonly number[]; y: number }[] = [];
  let [missingCount, faultCount] = [0, 0];
  const fault = (own: RowFault): void => {
    faultCount++;
    if (faults.length < mostFaults) faults.push(own);
  };
  const needed = roles.target === null ? roles.features : [...roles.features, roles.target];
  for (const { line, cells, width } of rows) {
    const isRagged =
      width < names.length || (width > names.length && cells.slice(names.length).some((cell) => cell !== ''));
    const bare = needed.map((index) => cells[index] ?? '');
    const values = bare.map((cell, place) => {
      const isClass = place >= roles.features.length && classes.length > 0;
      const column = columns[needed[place]];
      if (!isClass) return numberWith(cell, decimalSign, column.unit);
      const known = classes.indexOf(valueIn(cell, decimalSign, column));
      return known < 0 ? null : known;
    });
    const wrong = values.findIndex((value, place) => value === null && !isMissing(bare[place]));
    if (isRagged) fault({ line, kind: 'cells', column: '', text: String(width) });
    else if (wrong >= 0)
      fault({ line, kind: 'number', column: columns[needed[wrong]].name, text: bare[wrong].slice(0, longestCell) });
    else if (bare.some(isMissing)) {
      missingCount++;
      if (missing.length < mostFaults) missing.push(line);
    } else if (values.every((value) => value !== null))
      usable.push({ x: values.slice(0, roles.features.length), y: roles.target === null ? 0 : (values.at(-1) ?? 0) });
  }
  return { usable, missing, missingCount, faults, faultCount };
}

function refusalOf(
  { rows, names, hasHeader: isNamed }: Table,
  columns: readonly Column[],
  { features, target }: Roles,
  used: Kept['usable'],
  isOfOneClass: boolean,
): Pick<TableReading, 'refusal' | 'refused'> {
  const refuse = (refusal: TableRefusal | null, refused = ''): Pick<TableReading, 'refusal' | 'refused'> => ({
    refusal,
    refused,
  });
  if (rows.length === 0) return refuse(isNamed ? 'header-only' : 'empty');
  if (names.length < 2) return refuse('one-column');
  if (columns.every(({ missing }) => missing === rows.length)) return refuse('all-missing');
  if (rows.length < fewestOwnExamples) return refuse('too-few');
  if (features.length === 0) return refuse('no-feature');
  const flat = features.find((index) => columns[index].isNumeric && columns[index].minimum === columns[index].maximum);
  if (flat !== undefined) return refuse('constant', columns[flat].name);
  const aim = target === null ? null : columns[target];
  if (aim !== null && !aim.isNumeric && (aim.values === null || aim.values.length < 2))
    return refuse('target', aim.name);
  if (used.length < fewestOwnExamples) return refuse('too-few');
  if (aim !== null && isOfOneClass) return refuse('target', aim.name);
  const still = features.find((_, place) => used.every(({ x }) => x[place] === used[0].x[place]));
  return still === undefined ? refuse(null) : refuse('constant', columns[still].name);
}

/** All rows that can be used, or a sample of them in their order. */
function sampleOf(usable: Kept['usable'], seed: number): Kept['usable'] {
  if (usable.length <= mostOwnExamples) return usable;
  const indices = inOrder(usable.length);
  new Random(seed, sampleStream).shuffle(indices);
  return Array.from(indices.subarray(0, mostOwnExamples).sort(), (index) => usable[index]);
}

/** @param met the classes of which there are examples, by their places in `classes` */
function dataFrom(
  used: Kept['usable'],
  columns: readonly Column[],
  { features, target }: Roles,
  classes: readonly string[],
  met: readonly number[],
): OwnData {
  const told = (target === null ? features : [...features, target]).map((index) => columns[index]);
  const names = told.map(({ name, unit }) => name || unit);
  const areNamed = names.some((name) => name !== '');
  const called = met.map((own) => classes[own]);
  const y = used.map((row) => (met.length > 0 ? met.indexOf(row.y) : row.y));
  return {
    ...{ x: used.map(({ x }) => x), y },
    ...(areNamed && { names }),
    ...(called.some((name, own) => name !== String(own)) && { classes: called }),
  };
}
