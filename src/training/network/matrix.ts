// The sums over a layer's weights, for a block of examples at once. A column of numbers stands unit after unit, each unit's
// examples side by side: unit j of example e at [j * count + e]. Sums run over inputs, units, or examples in rising order,
// so every way to cut a batch into blocks gives the same bits.
// Sums are taken two by two: a number once read serves two sums, and each sum takes up two terms, ((sum + one) + other),
// with the roundings of one after the other.

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
  let unit = 0;
  for (; unit + 1 < units; unit += 2) {
    const row = rows + unit * inputs;
    beginTwoRows(
      weights,
      row,
      inputs,
      1,
      inputs,
      below,
      count,
      into,
      unit * count,
      weights[biases + unit],
      weights[biases + unit + 1],
    );
  }
  if (unit < units)
    beginRow(weights, rows + unit * inputs, 1, inputs, below, count, into, unit * count, weights[biases + unit]);
}

/** into += W below. */
export function addLinear(weights: Vector, place: LayerPlace, below: Vector, count: number, into: Vector): void {
  const { inputs, units } = place;
  let unit = 0;
  for (; unit + 1 < units; unit += 2)
    addTwoRows(weights, place.weights + unit * inputs, inputs, 1, 0, inputs, below, count, into, unit * count);
  if (unit < units) addRow(weights, place.weights + unit * inputs, 1, 0, inputs, below, count, into, unit * count);
}

/** into = W^T above: what the units of the layer pass down to each of its inputs. */
export function transposed(weights: Vector, place: LayerPlace, above: Vector, count: number, into: Vector): void {
  const { inputs, units } = place;
  let input = 0;
  for (; input + 1 < inputs; input += 2)
    beginTwoRows(weights, place.weights + input, 1, inputs, units, above, count, into, input * count, 0, 0);
  if (input < inputs) beginRow(weights, place.weights + input, inputs, units, above, count, into, input * count, 0);
}

/** into += W^T above. */
export function addTransposed(weights: Vector, place: LayerPlace, above: Vector, count: number, into: Vector): void {
  const { inputs, units } = place;
  let input = 0;
  for (; input + 1 < inputs; input += 2)
    addTwoRows(weights, place.weights + input, 1, inputs, 0, units, above, count, into, input * count);
  if (input < inputs) addRow(weights, place.weights + input, inputs, 0, units, above, count, into, input * count);
}

/**
 * Writes to the 2 * count numbers of `into` from `to` on: `one` and `other`, plus two rows of a matrix times the column
 * `from`. The rows begin at `row` and at `row + rowStep` and have `terms` numbers, `step` apart.
 */
function beginTwoRows(
  weights: Vector,
  row: number,
  rowStep: number,
  step: number,
  terms: number,
  from: Vector,
  count: number,
  into: Vector,
  to: number,
  one: number,
  other: number,
): void {
  const next = to + count;
  const w11 = weights[row];
  const w21 = weights[row + rowStep];
  if (terms === 1) {
    for (let e = 0; e < count; e++) {
      into[to + e] = one + w11 * from[e];
      into[next + e] = other + w21 * from[e];
    }
    return;
  }
  const w12 = weights[row + step];
  const w22 = weights[row + rowStep + step];
  for (let e = 0; e < count; e++) {
    const first = from[e];
    const second = from[count + e];
    into[to + e] = one + w11 * first + w12 * second;
    into[next + e] = other + w21 * first + w22 * second;
  }
  addTwoRows(weights, row, rowStep, step, 2, terms, from, count, into, to);
}

/** The same for one row. */
function beginRow(
  weights: Vector,
  row: number,
  step: number,
  terms: number,
  from: Vector,
  count: number,
  into: Vector,
  to: number,
  one: number,
): void {
  const w1 = weights[row];
  if (terms === 1) {
    for (let e = 0; e < count; e++) into[to + e] = one + w1 * from[e];
    return;
  }
  const w2 = weights[row + step];
  for (let e = 0; e < count; e++) into[to + e] = one + w1 * from[e] + w2 * from[count + e];
  addRow(weights, row, step, 2, terms, from, count, into, to);
}

/** Adds the rows' terms from `firstTerm` on. */
function addTwoRows(
  weights: Vector,
  row: number,
  rowStep: number,
  step: number,
  firstTerm: number,
  terms: number,
  from: Vector,
  count: number,
  into: Vector,
  to: number,
): void {
  const next = to + count;
  let term = firstTerm;
  for (; term + 1 < terms; term += 2) {
    const at = row + term * step;
    const w11 = weights[at];
    const w12 = weights[at + step];
    const w21 = weights[at + rowStep];
    const w22 = weights[at + rowStep + step];
    const first = term * count;
    const second = first + count;
    for (let e = 0; e < count; e++) {
      const one = from[first + e];
      const other = from[second + e];
      into[to + e] = into[to + e] + w11 * one + w12 * other;
      into[next + e] = into[next + e] + w21 * one + w22 * other;
    }
  }
  if (term >= terms) return;
  const w1 = weights[row + term * step];
  const w2 = weights[row + term * step + rowStep];
  for (let e = 0; e < count; e++) {
    const last = from[term * count + e];
    into[to + e] += w1 * last;
    into[next + e] += w2 * last;
  }
}

/** The same for one row. */
function addRow(
  weights: Vector,
  row: number,
  step: number,
  firstTerm: number,
  terms: number,
  from: Vector,
  count: number,
  into: Vector,
  to: number,
): void {
  let term = firstTerm;
  for (; term + 1 < terms; term += 2) {
    const w1 = weights[row + term * step];
    const w2 = weights[row + (term + 1) * step];
    const first = term * count;
    const second = first + count;
    for (let e = 0; e < count; e++) into[to + e] = into[to + e] + w1 * from[first + e] + w2 * from[second + e];
  }
  if (term >= terms) return;
  const last = weights[row + term * step];
  for (let e = 0; e < count; e++) into[to + e] += last * from[term * count + e];
}

/** Adds to the layer's weights in `into`, one by one, the sum over examples of above[unit] below[input]. */
export function addProducts(place: LayerPlace, above: Vector, below: Vector, count: number, into: Vector): void {
  const { inputs, units } = place;
  let unit = 0;
  for (; unit + 1 < units; unit += 2) {
    const row = place.weights + unit * inputs;
    addTwoProductRows(above, unit * count, below, inputs, count, into, row);
  }
  if (unit < units) addProductRow(above, unit * count, below, 0, inputs, count, into, place.weights + unit * inputs);
}

/** Adds for the two units whose examples begin at `from` and `from + count` to the two rows of weights from `row` on. */
function addTwoProductRows(
  above: Vector,
  from: number,
  below: Vector,
  inputs: number,
  count: number,
  into: Vector,
  row: number,
): void {
  const next = row + inputs;
  let input = 0;
  for (; input + 1 < inputs; input += 2) {
    let s11 = into[row + input];
    let s12 = into[row + input + 1];
    let s21 = into[next + input];
    let s22 = into[next + input + 1];
    const first = input * count;
    const second = first + count;
    for (let e = 0; e < count; e++) {
      const one = below[first + e];
      const other = below[second + e];
      const upper = above[from + e];
      const lower = above[from + count + e];
      s11 += upper * one;
      s12 += upper * other;
      s21 += lower * one;
      s22 += lower * other;
    }
    into[row + input] = s11;
    into[row + input + 1] = s12;
    into[next + input] = s21;
    into[next + input + 1] = s22;
  }
  if (input === inputs) return;
  addProductRow(above, from, below, input, inputs, count, into, row);
  addProductRow(above, from + count, below, input, inputs, count, into, next);
}

/** Adds for one unit, from `firstInput` on. */
function addProductRow(
  above: Vector,
  from: number,
  below: Vector,
  firstInput: number,
  inputs: number,
  count: number,
  into: Vector,
  row: number,
): void {
  for (let input = firstInput; input < inputs; input++) {
    let sum = into[row + input];
    const first = input * count;
    for (let e = 0; e < count; e++) sum += above[from + e] * below[first + e];
    into[row + input] = sum;
  }
}

/** Adds to the layer's biases in `into` the sum over examples of above[unit]. */
export function addSums(place: LayerPlace, above: Vector, count: number, into: Vector): void {
  for (let unit = 0; unit < place.units; unit++) {
    let sum = into[place.biases + unit];
    for (let at = unit * count; at < (unit + 1) * count; at++) sum += above[at];
    into[place.biases + unit] = sum;
  }
}
