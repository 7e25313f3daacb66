// The same number of examples in another order, or with one thing wrong about them that real data often have: sorted, one
// class rare, an outlier, a feature on a scale of its own, everything there several times.

import { allocateExamples, type Examples, gathered, inOrder } from '../examples.ts';
import { type Arrangement, arrangements } from './arrangements.ts';

/** What examples are made of. */
export interface ExampleKind {
  readonly features: 1 | 2;
  /** Targets are 0, 1, ... classes - 1; 0 classes: they are numbers. */
  readonly classes: number;
  /** Whether there is anything to predict. */
  readonly hasTarget: boolean;
}

/** Those that make sense for examples of a kind. */
export const arrangementsFor = ({ classes }: ExampleKind): readonly Arrangement[] =>
  arrangements.filter((arrangement) => arrangement !== 'one-class-rare' || classes > 0);

/** How many times as large the last feature is made. */
export const unscaledFactor = 20;
/** The share that is left of the last class, and how often a duplicate is there. */
const rareShare = 0.04;
const repeats = 4;

/** Examples of their own, as many as were given. */
export function arranged(examples: Examples, kind: ExampleKind, arrangement: Arrangement): Examples {
  switch (arrangement) {
    case 'as-drawn':
      return gathered(examples, inOrder(examples.count));
    case 'sorted':
      return sorted(examples, kind);
    case 'one-class-rare':
      return withRareClass(examples, kind.classes);
    case 'outlier':
      return withOutlier(examples, kind);
    case 'unscaled':
      return unscaled(examples, kind);
    case 'duplicates': {
      const distinct = Math.ceil(examples.count / repeats);
      return gathered(
        examples,
        inOrder(examples.count).map((row) => row % distinct),
      );
    }
  }
}

/** By the target, or where there is none by the first feature; equals stay in their order. */
function sorted(examples: Examples, { hasTarget }: ExampleKind): Examples {
  const column = hasTarget ? examples.y : examples.x1;
  return gathered(
    examples,
    inOrder(examples.count).sort((a, b) => column[a] - column[b] || a - b),
  );
}

/** Of the last class only a few stay; the others take the places of the rest by turns. */
function withRareClass(examples: Examples, classes: number): Examples {
  const rows = inOrder(examples.count);
  const isRare = (row: number): boolean => examples.y[row] === classes - 1;
  const others = rows.filter((row) => !isRare(row));
  if (classes === 0 || others.length === 0) return gathered(examples, rows);
  const most = Math.max(1, Math.floor(rareShare * examples.count));
  let [kept, replaced] = [0, 0];
  const chosen = rows.map((row) => {
    if (!isRare(row) || kept++ < most) return row;
    return others[replaced++ % others.length];
  });
  return gathered(examples, chosen);
}

/** The first example, moved far out: against the trend, or a point of the first class far beyond the last one. */
function withOutlier(examples: Examples, { features, classes, hasTarget }: ExampleKind): Examples {
  const moved = gathered(examples, inOrder(examples.count));
  const { x1, x2, y, count } = moved;
  const all = inOrder(count);
  if (classes > 0) {
    const own = all.filter((row) => y[row] === 0);
    const last = all.filter((row) => y[row] === classes - 1);
    if (own.length === 0 || last.length === 0) return moved;
    for (const column of features === 1 ? [x1] : [x1, x2]) {
      const towards = meanAt(column, last) - meanAt(column, own);
      // Classes that lie around each other are left behind as well.
      const way = Math.max(2 * Math.abs(towards), 4 * deviationAt(column, all));
      column[own[0]] = meanAt(column, last) + (towards < 0 ? -way : way);
    }
    return moved;
  }
  const columns = hasTarget || features === 1 ? [x1] : [x1, x2];
  const [middleX, middleY] = [meanAt(x1, all), meanAt(y, all)];
  const trend = all.reduce((sum, row) => sum + (x1[row] - middleX) * (y[row] - middleY), 0);
  const far = columns.map((column) => meanAt(column, all) + 3 * deviationAt(column, all));
  if (hasTarget) y[0] = middleY - (trend < 0 ? -1 : 1) * 5 * deviationAt(y, all);
  for (const [index, column] of columns.entries()) column[0] = far[index];
  return moved;
}

function unscaled(examples: Examples, { features }: ExampleKind): Examples {
  const { count, x1, x2, y } = examples;
  const larger = allocateExamples(count);
  for (let row = 0; row < count; row++) {
    larger.x1[row] = features === 1 ? unscaledFactor * x1[row] : x1[row];
    larger.x2[row] = features === 1 ? 0 : unscaledFactor * x2[row];
    larger.y[row] = y[row];
  }
  return larger;
}

/** Mean of a column over some rows. */
export function meanAt(column: Float64Array, rows: Int32Array): number {
  let sum = 0;
  for (let i = 0; i < rows.length; i++) sum += column[rows[i]];
  return sum / rows.length;
}

/** Standard deviation of a column over some rows, dividing by their number. */
export function deviationAt(column: Float64Array, rows: Int32Array): number {
  const middle = meanAt(column, rows);
  let sum = 0;
  for (let i = 0; i < rows.length; i++) {
    const off = column[rows[i]] - middle;
    sum += off * off;
  }
  return Math.sqrt(sum / rows.length);
}
