// Losses made of exponentials of w1 u + w2 v: each is the product of one table over the columns and one over the rows,
// so a grid of R x C points needs R + C exponentials per example and not R C.

import { exp, log } from '../../elementary.ts';
import type { Examples } from '../../examples.ts';
import { welschScale } from '../../losses/welsch.ts';
import { type Grid, type GridValues, largestSize } from './grid.ts';

/** Columns worked on at a time: their sums are independent, so the processor need not wait for one addition to end. */
const lanes = 4;

/** Largest size of either exponent for which no table entry overflows or vanishes. */
const largestExponent = 700;

interface Tables {
  readonly count: number;
  /** `count` entries for each column, and for columns of zeros up to a multiple of `lanes`. */
  readonly byColumn: Float64Array;
  /** `count` entries for each row. */
  readonly byRow: Float64Array;
}

/** The entries of example i for the weight w of a column or row. */
type Entry = (weight: number, i: number) => number;

function makeTables(count: number, { columns, rows, w1, w2 }: Grid, columnEntry: Entry, rowEntry: Entry): Tables {
  const byColumn = new Float64Array(Math.ceil(columns / lanes) * lanes * count);
  const byRow = new Float64Array(rows * count);
  for (let column = 0; column < columns; column++) {
    for (let i = 0; i < count; i++) byColumn[column * count + i] = columnEntry(w1[column], i);
  }
  for (let row = 0; row < rows; row++) {
    for (let i = 0; i < count; i++) byRow[row * count + i] = rowEntry(w2[row], i);
  }
  return { count, byColumn, byRow };
}

/** Sums over the examples for the `lanes` columns from `column` on. */
type Kernel = (tables: Tables, column: number, row: number, sums: Float64Array) => void;

function fillByKernel(tables: Tables, grid: Grid, kernel: Kernel, values: GridValues): void {
  const { columns, rows } = grid;
  const sums = new Float64Array(lanes);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column += lanes) {
      kernel(tables, column, row, sums);
      const here = Math.min(lanes, columns - column);
      for (let lane = 0; lane < here; lane++) values[row * columns + column + lane] = sums[lane] / tables.count;
    }
  }
}

/** Welsch's loss of the squared distance: e^(-(w1 - x1)²/2s²) e^(-(w2 - x2)²/2s²), summed. */
export function fillWells({ count, x1, x2 }: Examples, grid: Grid, values: GridValues): void {
  const depth = (distance: number): number => exp(-(distance * distance) / (2 * welschScale * welschScale));
  const tables = makeTables(
    count,
    grid,
    (w1, i) => depth(w1 - x1[i]),
    (w2, i) => depth(w2 - x2[i]),
  );
  fillByKernel(tables, grid, sumProducts, values);
  for (let cell = 0; cell < values.length; cell++) values[cell] = 1 - values[cell];
}

const sumProducts: Kernel = ({ count, byColumn, byRow }, column, row, sums) => {
  const [at0, at1, at2, at3] = [column * count, (column + 1) * count, (column + 2) * count, (column + 3) * count];
  const atRow = row * count;
  let [sum0, sum1, sum2, sum3] = [0, 0, 0, 0];
  for (let i = 0; i < count; i++) {
    const factor = byRow[atRow + i];
    sum0 += byColumn[at0 + i] * factor;
    sum1 += byColumn[at1 + i] * factor;
    sum2 += byColumn[at2 + i] * factor;
    sum3 += byColumn[at3 + i] * factor;
  }
  sums[0] = sum0;
  sums[1] = sum1;
  sums[2] = sum2;
  sums[3] = sum3;
};

/** Squared error of the sigmoid unit, by s = 1 / (1 + e^(-w1 x) e^(-w2)). False when the exponents are too large. */
export function fillSigmoidSquares({ count, x1, y }: Examples, grid: Grid, values: GridValues): boolean {
  const largest = Math.max(
    largestSize(grid.w1, grid.columns) * largestSize(x1, count),
    largestSize(grid.w2, grid.rows),
  );
  if (!(largest <= largestExponent)) return false;
  const tables = makeTables(
    count,
    grid,
    (w1, i) => exp(-w1 * x1[i]),
    (w2) => exp(-w2),
  );
  fillByKernel(tables, grid, (t, column, row, sums) => sumSigmoidSquares(t, column, row, sums, y), values);
  return true;
}

function sumSigmoidSquares(tables: Tables, column: number, row: number, sums: Float64Array, y: Float64Array): void {
  const { count, byColumn } = tables;
  const [at0, at1, at2, at3] = [column * count, (column + 1) * count, (column + 2) * count, (column + 3) * count];
  const factor = tables.byRow[row * count];
  let [sum0, sum1, sum2, sum3] = [0, 0, 0, 0];
  for (let i = 0; i < count; i++) {
    const target = y[i];
    const r0 = 1 / (1 + byColumn[at0 + i] * factor) - target;
    const r1 = 1 / (1 + byColumn[at1 + i] * factor) - target;
    const r2 = 1 / (1 + byColumn[at2 + i] * factor) - target;
    const r3 = 1 / (1 + byColumn[at3 + i] * factor) - target;
    sum0 += r0 * r0;
    sum1 += r1 * r1;
    sum2 += r2 * r2;
    sum3 += r3 * r3;
  }
  sums[0] = sum0;
  sums[1] = sum1;
  sums[2] = sum2;
  sums[3] = sum3;
}

/** 2^500, its inverse, and its logarithm: a running product above it is scaled down by an exact factor. */
const ceiling = 3.273390607896142e150;
const inverseCeiling = 1 / ceiling;
const logCeiling = 346.5735902799726;

/** Below this mean loss the factors 1 + e have lost digits of e that count, and the direct sum is taken instead. */
const leastAccurate = 1e-6;

/**
 * Cross-entropy of the logit w1 x1 + w2 x2, targets 0 or 1: the sum of log(1 + e^z) is the logarithm of a product.
 * `secondFeature` is null for the line, whose second feature is 1. `direct` serves the cells of very small loss.
 * False when a target is neither 0 nor 1 or the exponents are too large, with nothing written.
 */
export function fillLogistic(
  { count, x1, y }: Examples,
  secondFeature: Float64Array | null,
  grid: Grid,
  direct: (w1: number, w2: number) => number,
  values: GridValues,
): boolean {
  const u1 = new Float64Array(count);
  const u2 = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    if (y[i] !== 0 && y[i] !== 1) return false;
    const sign = 1 - 2 * y[i];
    u1[i] = sign * x1[i];
    u2[i] = sign * (secondFeature === null ? 1 : secondFeature[i]);
  }
  const largest =
    largestSize(grid.w1, grid.columns) * largestSize(u1, count) +
    largestSize(grid.w2, grid.rows) * largestSize(u2, count);
  // No factor 1 + e^z exceeds e^(largest + 0.7): so many of them stay below 2^500, and twice as many below overflow.
  const safe = Math.floor(logCeiling / (largest + 0.7));
  if (!(safe >= 1)) return false;
  const tables = makeTables(
    count,
    grid,
    (w1, i) => exp(w1 * u1[i]),
    (w2, i) => exp(w2 * u2[i]),
  );
  fillByKernel(tables, grid, (t, column, row, sums) => sumLogisticLosses(t, column, row, sums, safe), values);
  const { columns, w1, w2 } = grid;
  for (let cell = 0; cell < values.length; cell++) {
    if (values[cell] >= leastAccurate) continue;
    const row = Math.floor(cell / columns);
    values[cell] = direct(w1[cell - row * columns], w2[row]);
  }
  return true;
}

function sumLogisticLosses(tables: Tables, column: number, row: number, sums: Float64Array, safe: number): void {
  const { count } = tables;
  sums.fill(0);
  products.fill(1);
  for (let from = 0; from < count; from += safe) {
    multiplyFactors(tables, column, row, from, Math.min(count, from + safe));
    for (let lane = 0; lane < lanes; lane++) {
      if (products[lane] <= ceiling) continue;
      products[lane] = products[lane] * inverseCeiling;
      sums[lane] = sums[lane] + logCeiling;
    }
  }
  for (let lane = 0; lane < lanes; lane++) sums[lane] = sums[lane] + log(products[lane]);
}

/** The running products of the lanes at work. */
const products = new Float64Array(lanes);

function multiplyFactors(tables: Tables, column: number, row: number, from: number, to: number): void {
  const { count, byColumn, byRow } = tables;
  const [at0, at1, at2, at3] = [column * count, (column + 1) * count, (column + 2) * count, (column + 3) * count];
  const atRow = row * count;
  let p0 = products[0];
  let p1 = products[1];
  let p2 = products[2];
  let p3 = products[3];
  for (let i = from; i < to; i++) {
    const factor = byRow[atRow + i];
    p0 *= 1 + byColumn[at0 + i] * factor;
    p1 *= 1 + byColumn[at1 + i] * factor;
    p2 *= 1 + byColumn[at2 + i] * factor;
    p3 *= 1 + byColumn[at3 + i] * factor;
  }
  products[0] = p0;
  products[1] = p1;
  products[2] = p2;
  products[3] = p3;
}
