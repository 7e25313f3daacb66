// What code says of the reader's own columns: a remark on each, and a name for the numbers as they were measured. What
// columns are called is anyone's text: without line breaks it is harmless in a remark, and of a name for code only the
// letters and digits of ASCII are left, behind a word that is no keyword.

import { classesOf, className, type OwnData } from '../../training/ownData/ownData.ts';
import { type ColumnScaling, type Scaling, unchanged } from '../../training/ownData/scaling.ts';

/** A column of the examples; `x` is the only feature there is. */
export type Column = 'x' | 'x1' | 'x2' | 'y';

const placeOf = (column: Column, { x }: OwnData): number => (column === 'y' ? x[0].length : column === 'x2' ? 1 : 0);

const titleOf = (column: Column, data: OwnData): string => data.names?.[placeOf(column, data)] ?? '';

const degrees = {
  none: '',
  centred: ' less the mean of the examples that are trained on',
  standardised: ', standardised by mean and standard deviation of the examples that are trained on',
} as const;

const degreeOf = ({ shift, scale }: ColumnScaling): keyof typeof degrees =>
  scale !== 1 ? 'standardised' : shift !== 0 ? 'centred' : 'none';

export const scalingOfColumn = (column: Column, scaling: Scaling | null): ColumnScaling =>
  scaling?.[column === 'x' ? 'x1' : column] ?? unchanged;

/** What a column is, in a sentence; null where there is nothing to say of it. */
export function columnRemark(column: Column, data: OwnData, scaling: Scaling | null): string | null {
  const title = titleOf(column, data);
  const degree = degreeOf(scalingOfColumn(column, scaling));
  const classes = column === 'y' && data.classes !== undefined ? classesOf(data) : 0;
  if (title === '' && degree === 'none' && classes === 0) return null;
  const called = Array.from({ length: classes }, (_, own) => `${own} is ${className(data, own)}`).join(', ');
  return `${column}${title === '' ? '' : ` is ${title}`}${degrees[degree]}${called === '' ? '' : `: ${called}`}.`;
}

/** The first letters and digits of a name as words, without what stands over and under letters. */
const wordsOf = (title: string): readonly string[] =>
  title
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .match(/[a-z\d]+/g)
    ?.slice(0, 4) ?? [];

/** Names in words for the numbers of columns as they were measured, each another; joined as a language does. */
export function measuredNames(
  columns: readonly Column[],
  data: OwnData | undefined,
  join: (words: readonly string[]) => string,
): readonly string[] {
  const taken = new Set<string>();
  return columns.map((column) => {
    const words = ['measured', ...(data === undefined ? [] : wordsOf(titleOf(column, data)))];
    const tries = [words.length > 1 ? words : [...words, column], [...words, column], [...words, column, 'own']];
    const name = tries.map(join).find((each) => !taken.has(each)) ?? join(['measured', 'column', column]);
    taken.add(name);
    return name;
  });
}
