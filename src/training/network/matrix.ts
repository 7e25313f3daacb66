// The sums over a layer's inputs and units, for a block of examples at once. A column of numbers stands unit after unit, each
// unit's examples side by side: unit j of example e at [j * count + e]. Sums run over inputs or units in rising order, so every
// way to cut a batch into blocks gives the same bits.
// Two rows are taken together, and four terms where there are so many, (((sum + 1st) + 2nd) + 3rd) + 4th, with the roundings of
// one after the other: a number once read serves many sums. Where there is no second row it is the first once more, which writes
// the same number to the same place.

import type { Vector } from '../vector.ts';
import type { LayerPlace } from './layout.ts';

/** into = W below + b. */
export function affine(
  weights: Vector,
  { weights: rows, biases, inputs, units }: LayerPlace,
  below: Vector,
  count: number,
  into: Vector,
): void {
  for (let unit = 0; unit < units; unit += 2) {
    const next = Math.min(unit + 1, units - 1);
    const row = rows + unit * inputs;
    const nextRow = rows + next * inputs;
    const [one, other] = [weights[biases + unit], weights[biases + next]];
    beginRows(weights, row, nextRow, 1, inputs, below, count, into, unit * count, next * count, one, other);
  }
}

/** into += W below. */
export function addLinear(weights: Vector, place: LayerPlace, below: Vector, count: number, into: Vector): void {
  const { inputs, units } = place;
  for (let unit = 0; unit < units; unit += 2) {
    const next = Math.min(unit + 1, units - 1);
    const row = place.weights + unit * inputs;
    const nextRow = place.weights + next * inputs;
    addRows(weights, row, nextRow, 1, 0, inputs, below, count, into, unit * count, next * count);
  }
}

/** into = W^T above: what the units of the layer pass down to each of its inputs. */
export function transposed(weights: Vector, place: LayerPlace, above: Vector, count: number, into: Vector): void {
  const { inputs, units } = place;
  for (let input = 0; input < inputs; input += 2) {
    const next = Math.min(input + 1, inputs - 1);
    const [row, nextRow] = [place.weights + input, place.weights + next];
    beginRows(weights, row, nextRow, inputs, units, above, count, into, input * count, next * count, 0, 0);
  }
}

/** into += W^T above. */
export function addTransposed(weights: Vector, place: LayerPlace, above: Vector, count: number, into: Vector): void {
  const { inputs, units } = place;
  for (let input = 0; input < inputs; input += 2) {
    const next = Math.min(input + 1, inputs - 1);
    const [row, nextRow] = [place.weights + input, place.weights + next];
    addRows(weights, row, nextRow, inputs, 0, units, above, count, into, input * count, next * count);
  }
}

/**
 * Writes to the `count` numbers of `into` from `to` and from `next` on: `one` and `other`, plus two rows of a matrix times the
 * column `from`. The rows begin at `row` and `nextRow` and have `terms` numbers, `step` apart.
 */
function beginRows(
  weights: Vector,
  row: number,
  nextRow: number,
  step: number,
  terms: number,
  from: Vector,
  count: number,
  into: Vector,
  to: number,
  next: number,
  one: number,
  other: number,
): void {
  const w11 = weights[row];
  const w21 = weights[nextRow];
  if (terms === 1) {
    for (let e = 0; e < count; e++) {
      into[to + e] = one + w11 * from[e];
      into[next + e] = other + w21 * from[e];
    }
    return;
  }
  const w12 = weights[row + step];
  const w22 = weights[nextRow + step];
  if (terms < 4) {
    for (let e = 0; e < count; e++) {
      const f1 = from[e];
      const f2 = from[count + e];
      into[to + e] = one + w11 * f1 + w12 * f2;
      into[next + e] = other + w21 * f1 + w22 * f2;
    }
    addRows(weights, row, nextRow, step, 2, terms, from, count, into, to, next);
    return;
  }
  const w13 = weights[row + 2 * step];
  const w23 = weights[nextRow + 2 * step];
  const w14 = weights[row + 3 * step];
  const w24 = weights[nextRow + 3 * step];
  const third = 2 * count;
  const fourth = 3 * count;
  for (let e = 0; e < count; e++) {
    const f1 = from[e];
    const f2 = from[count + e];
    const f3 = from[third + e];
    const f4 = from[fourth + e];
    into[to + e] = one + w11 * f1 + w12 * f2 + w13 * f3 + w14 * f4;
    into[next + e] = other + w21 * f1 + w22 * f2 + w23 * f3 + w24 * f4;
  }
  addRows(weights, row, nextRow, step, 4, terms, from, count, into, to, next);
}

/** Adds the rows' terms from `firstTerm` on. */
function addRows(
  weights: Vector,
  row: number,
  nextRow: number,
  step: number,
  firstTerm: number,
  terms: number,
  from: Vector,
  count: number,
  into: Vector,
  to: number,
  next: number,
): void {
  let term = firstTerm;
  for (; term + 3 < terms; term += 4) {
    const at = row + term * step;
    const nextAt = nextRow + term * step;
    const w11 = weights[at];
    const w12 = weights[at + step];
    const w13 = weights[at + 2 * step];
    const w14 = weights[at + 3 * step];
    const w21 = weights[nextAt];
    const w22 = weights[nextAt + step];
    const w23 = weights[nextAt + 2 * step];
    const w24 = weights[nextAt + 3 * step];
    const first = term * count;
    const second = first + count;
    const third = second + count;
    const fourth = third + count;
    for (let e = 0; e < count; e++) {
      const f1 = from[first + e];
      const f2 = from[second + e];
      const f3 = from[third + e];
      const f4 = from[fourth + e];
      const one = into[to + e] + w11 * f1 + w12 * f2 + w13 * f3 + w14 * f4;
      into[next + e] = into[next + e] + w21 * f1 + w22 * f2 + w23 * f3 + w24 * f4;
      into[to + e] = one;
    }
  }
  for (; term < terms; term++) {
    const w1 = weights[row + term * step];
    const w2 = weights[nextRow + term * step];
    const first = term * count;
    for (let e = 0; e < count; e++) {
      const f = from[first + e];
      const one = into[to + e] + w1 * f;
      into[next + e] += w2 * f;
      into[to + e] = one;
    }
  }
}
