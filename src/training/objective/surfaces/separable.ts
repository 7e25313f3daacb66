// Losses made of exponentials of w1 u + w2 v: each is the product of one table over the columns and one over the rows,
// so a grid of R x C points needs R + C exponentials per example and not R C.

import { exp, log } from '../../elementary.ts';
import type { Examples } from '../../examples.ts';
import { welschScale } from '../../losses/welsch.ts';
import type { Filling } from './grid.ts';
import { largestSize, noteRow } from './rows.ts';

/** Columns worked on at a time: their sums are independent, so the processor need not wait for one addition to end. */
const lanes = 4;

/** Of the lanes at work. */
const sums = new Float64Array(lanes);

/** Largest size of either exponent for which no table entry overflows or vanishes. */
const largestExponent = 700;

/** Places of the tables in a room. */
const places = { byColumn: 0, byRow: 1, u1: 2, u2: 3 } as const;

/** The numbers of a table of `count` entries for each column, with some left over up to a multiple of `lanes` columns. */
const columnNumbers = (columns: number, count: number): number => Math.ceil(columns / lanes) * lanes * count;

/** table[k, i] = e^(w[k] u[i]), a row of `count` numbers for each weight. */
function fillExponentials(weights: Float64Array, u: Float64Array, count: number, table: Float64Array): void {
  for (let k = 0; k < weights.length; k++) {
    const weight = weights[k];
    const from = k * count;
    for (let i = 0; i < count; i++) table[from + i] = exp(weight * u[i]);
  }
}

/** table[k, i] = e^(-(w[k] - x[i])²/2s²). */
function fillDepths(weights: Float64Array, x: Float64Array, count: number, table: Float64Array): void {
  for (let k = 0; k < weights.length; k++) {
    for (let i = 0; i < count; i++) {
      const distance = weights[k] - x[i];
      table[k * count + i] = exp(-(distance * distance) / (2 * welschScale * welschScale));
    }
  }
}

/** Welsch's loss of the squared distance: e^(-(w1 - x1)²/2s²) e^(-(w2 - x2)²/2s²), summed. */
export function fillWells({ count, x1, x2 }: Examples, filling: Filling): true {
  const { grid, values, room } = filling;
  const { columns, rows } = grid;
  const byColumn = room.table(places.byColumn, columnNumbers(columns, count));
  const byRow = room.table(places.byRow, rows * count);
  fillDepths(grid.w1, x1, count, byColumn);
  fillDepths(grid.w2, x2, count, byRow);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column += lanes) {
      sumProducts(byColumn, column * count, byRow, row * count, count);
      for (let lane = 0; lane < lanes && column + lane < columns; lane++)
        values[row * columns + column + lane] = 1 - sums[lane] / count;
    }
    noteRow(filling, row);
  }
  return true;
}

function sumProducts(byColumn: Float64Array, from: number, byRow: Float64Array, atRow: number, count: number): void {
  const [at1, at2, at3] = [from + count, from + 2 * count, from + 3 * count];
  let [sum0, sum1, sum2, sum3] = [0, 0, 0, 0];
  for (let i = 0; i < count; i++) {
    const factor = byRow[atRow + i];
    sum0 += byColumn[from + i] * factor;
    sum1 += byColumn[at1 + i] * factor;
    sum2 += byColumn[at2 + i] * factor;
    sum3 += byColumn[at3 + i] * factor;
  }
  sums[0] = sum0;
  sums[1] = sum1;
  sums[2] = sum2;
  sums[3] = sum3;
}

/** Squared error of the sigmoid unit, by s = 1 / (1 + e^(-w1 x) e^(-w2)). False when the exponents are too large. */
export function fillSigmoidSquares({ count, x1, y }: Examples, filling: Filling): boolean {
  const { grid, values, room } = filling;
  const { columns, rows, w1, w2 } = grid;
  const largest = Math.max(largestSize(w1, columns) * largestSize(x1, count), largestSize(w2, rows));
  if (!(largest <= largestExponent)) return false;
  const u1 = room.table(places.u1, count);
  for (let i = 0; i < count; i++) u1[i] = -x1[i];
  const byColumn = room.table(places.byColumn, columnNumbers(columns, count));
  fillExponentials(w1, u1, count, byColumn);
  for (let row = 0; row < rows; row++) {
    const factor = exp(-w2[row]);
    for (let column = 0; column < columns; column += lanes) {
      sumSigmoidSquares(byColumn, column * count, factor, y, count);
      for (let lane = 0; lane < lanes && column + lane < columns; lane++)
        values[row * columns + column + lane] = sums[lane] / count;
    }
    noteRow(filling, row);
  }
  return true;
}

function sumSigmoidSquares(byColumn: Float64Array, from: number, factor: number, y: Float64Array, count: number): void {
  const [at1, at2, at3] = [from + count, from + 2 * count, from + 3 * count];
  let [sum0, sum1, sum2, sum3] = [0, 0, 0, 0];
  for (let i = 0; i < count; i++) {
    const target = y[i];
    const r0 = 1 / (1 + byColumn[from + i] * factor) - target;
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
  direct: (w1: number, w2: number) => number,
  filling: Filling,
): boolean {
  const { grid, values, room } = filling;
  const { columns, rows, w1, w2 } = grid;
  const u1 = room.table(places.u1, count);
  const u2 = room.table(places.u2, count);
  for (let i = 0; i < count; i++) {
    if (y[i] !== 0 && y[i] !== 1) return false;
    const sign = 1 - 2 * y[i];
    u1[i] = sign * x1[i];
    u2[i] = sign * (secondFeature === null ? 1 : secondFeature[i]);
  }
  const largest = largestSize(w1, columns) * largestSize(u1, count) + largestSize(w2, rows) * largestSize(u2, count);
  // No factor 1 + e^z exceeds e^(largest + 0.7): so many of them stay below 2^500, and twice as many below overflow.
  const safe = Math.floor(logCeiling / (largest + 0.7));
  if (!(safe >= 1)) return false;
  const byColumn = room.table(places.byColumn, columnNumbers(columns, count));
  const byRow = room.table(places.byRow, rows * count);
  fillExponentials(w1, u1, count, byColumn);
  fillExponentials(w2, u2, count, byRow);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column += lanes) {
      sumLogisticLosses(byColumn, column * count, byRow, row * count, count, safe);
      for (let lane = 0; lane < lanes && column + lane < columns; lane++) {
        const value = (sums[lane] + log(products[lane])) / count;
        values[row * columns + column + lane] = value < leastAccurate ? direct(w1[column + lane], w2[row]) : value;
      }
    }
    noteRow(filling, row);
  }
  return true;
}

/** Of the lanes at work the running products of the factors 1 + e^z; in `sums` the logarithms of what was taken out of them. */
const products = new Float64Array(lanes);

function sumLogisticLosses(
  byColumn: Float64Array,
  at0: number,
  byRow: Float64Array,
  atRow: number,
  count: number,
  safe: number,
): void {
  const [at1, at2, at3] = [at0 + count, at0 + 2 * count, at0 + 3 * count];
  let [p0, p1, p2, p3] = [1, 1, 1, 1];
  let [sum0, sum1, sum2, sum3] = [0, 0, 0, 0];
  for (let from = 0; from < count; from += safe) {
    const to = Math.min(count, from + safe);
    for (let i = from; i < to; i++) {
      const factor = byRow[atRow + i];
      p0 *= 1 + byColumn[at0 + i] * factor;
      p1 *= 1 + byColumn[at1 + i] * factor;
      p2 *= 1 + byColumn[at2 + i] * factor;
      p3 *= 1 + byColumn[at3 + i] * factor;
    }
    if (p0 > ceiling) {
      p0 *= inverseCeiling;
      sum0 += logCeiling;
    }
    if (p1 > ceiling) {
      p1 *= inverseCeiling;
      sum1 += logCeiling;
    }
    if (p2 > ceiling) {
      p2 *= inverseCeiling;
      sum2 += logCeiling;
    }
    if (p3 > ceiling) {
      p3 *= inverseCeiling;
      sum3 += logCeiling;
    }
  }
  products[0] = p0;
  products[1] = p1;
  products[2] = p2;
  products[3] = p3;
  sums[0] = sum0;
  sums[1] = sum1;
  sums[2] = sum2;
  sums[3] = sum3;
}
