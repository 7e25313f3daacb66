// The sums over a layer's weights, for a block of examples at once. A column of numbers stands unit after unit, each unit's
// examples side by side: unit j of example e at [j * count + e]. Sums run over inputs, units, or examples in rising order,
// so every way to cut a batch into blocks gives the same bits.
// Two terms are added in one round, ((sum + first) + second): half the reading and writing, the same roundings.

import type { Vector } from '../vector.ts';
import type { LayerPlace } from './layout.ts';

/** into = W below + b. */
export function affine(weights: Vector, place: LayerPlace, below: Vector, count: number, into: Vector): void {
  const { inputs, units } = place;
  for (let unit = 0; unit < units; unit++) {
    into.fill(weights[place.biases + unit], unit * count, unit * count + count);
    addRow(weights, place.weights + unit * inputs, inputs, below, count, into, unit * count);
  }
}

/** into += W below. */
export function addLinear(weights: Vector, place: LayerPlace, below: Vector, count: number, into: Vector): void {
  const { inputs, units } = place;
  for (let unit = 0; unit < units; unit++)
    addRow(weights, place.weights + unit * inputs, inputs, below, count, into, unit * count);
}

/** Adds one row of W times the column `below` to the `count` numbers of `into` from `to` on. */
function addRow(
  weights: Vector,
  row: number,
  inputs: number,
  below: Vector,
  count: number,
  into: Vector,
  to: number,
): void {
  let input = 0;
  for (; input + 1 < inputs; input += 2) {
    const first = weights[row + input];
    const second = weights[row + input + 1];
    const at = input * count;
    const next = at + count;
    for (let e = 0; e < count; e++) into[to + e] = into[to + e] + first * below[at + e] + second * below[next + e];
  }
  if (input < inputs) {
    const last = weights[row + input];
    const at = input * count;
    for (let e = 0; e < count; e++) into[to + e] += last * below[at + e];
  }
}

/** into += W^T above: what each input of the layer passes on, weighted. */
export function addTransposed(weights: Vector, place: LayerPlace, above: Vector, count: number, into: Vector): void {
  const { inputs, units } = place;
  for (let input = 0; input < inputs; input++) {
    const to = input * count;
    let unit = 0;
    for (; unit + 1 < units; unit += 2) {
      const first = weights[place.weights + unit * inputs + input];
      const second = weights[place.weights + (unit + 1) * inputs + input];
      const at = unit * count;
      const next = at + count;
      for (let e = 0; e < count; e++) into[to + e] = into[to + e] + first * above[at + e] + second * above[next + e];
    }
    if (unit < units) {
      const last = weights[place.weights + unit * inputs + input];
      const at = unit * count;
      for (let e = 0; e < count; e++) into[to + e] += last * above[at + e];
    }
  }
}

/** Adds to the layer's part of `into`, weight by weight, the sum over examples of above[unit] below[input]. */
export function addProducts(place: LayerPlace, above: Vector, below: Vector, count: number, into: Vector): void {
  const { inputs, units } = place;
  for (let unit = 0; unit < units; unit++) {
    const from = unit * count;
    const row = place.weights + unit * inputs;
    let input = 0;
    for (; input + 1 < inputs; input += 2) {
      let first = into[row + input];
      let second = into[row + input + 1];
      const at = input * count;
      const next = at + count;
      for (let e = 0; e < count; e++) {
        const number = above[from + e];
        first += number * below[at + e];
        second += number * below[next + e];
      }
      into[row + input] = first;
      into[row + input + 1] = second;
    }
    if (input < inputs) {
      let last = into[row + input];
      const at = input * count;
      for (let e = 0; e < count; e++) last += above[from + e] * below[at + e];
      into[row + input] = last;
    }
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
