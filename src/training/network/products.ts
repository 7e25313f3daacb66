// The sums over a block's examples that are the gradient of a layer: of delta times input for a weight, of delta for a bias.
// Examples are added in rising order. Two units are taken together, and as many inputs as a processor has room for: a number once
// read serves many sums. Where a unit or an input is missing it is the last one once more, which writes the same number to the
// same place.

import type { Vector } from '../vector.ts';
import type { LayerPlace } from './layout.ts';

/**
 * Adds to the layer's weights in `into`, one by one, the sum over examples of above[unit] below[input], and where it `hasBiases`
 * to its biases that of above[unit]; to 0 where the sums are `isNew`. Each is then divided by `by`, in the time in which others
 * are still added up.
 */
export function addProducts(
  place: LayerPlace,
  above: Vector,
  below: Vector,
  count: number,
  into: Vector,
  hasBiases: boolean,
  isNew: boolean,
  by: number,
): void {
  const { inputs, units } = place;
  for (let unit = 0; unit < units; unit += 2) {
    const next = Math.min(unit + 1, units - 1);
    let input = 0;
    for (; input + 2 < inputs; input += 4)
      addFour(place, above, unit, next, below, input, count, into, hasBiases && input === 0, isNew, by);
    if (input < inputs)
      addTwo(place, above, unit, next, below, input, count, into, hasBiases && input === 0, isNew, by);
  }
}

/** Of two units and the four inputs, or three, from `input` on. */
function addFour(
  { weights, biases, inputs }: LayerPlace,
  above: Vector,
  unit: number,
  next: number,
  below: Vector,
  input: number,
  count: number,
  into: Vector,
  hasBiases: boolean,
  isNew: boolean,
  by: number,
): void {
  const row = weights + unit * inputs + input;
  const nextRow = weights + next * inputs + input;
  const last = Math.min(3, inputs - 1 - input);
  let s11 = isNew ? 0 : into[row];
  let s12 = isNew ? 0 : into[row + 1];
  let s13 = isNew ? 0 : into[row + 2];
  let s14 = isNew ? 0 : into[row + last];
  let s21 = isNew ? 0 : into[nextRow];
  let s22 = isNew ? 0 : into[nextRow + 1];
  let s23 = isNew ? 0 : into[nextRow + 2];
  let s24 = isNew ? 0 : into[nextRow + last];
  let b1 = isNew ? 0 : into[biases + unit];
  let b2 = isNew ? 0 : into[biases + next];
  const [from, nextFrom] = [unit * count, next * count];
  const first = input * count;
  const second = first + count;
  const third = second + count;
  const fourth = first + last * count;
  for (let e = 0; e < count; e++) {
    const upper = above[from + e];
    const lower = above[nextFrom + e];
    const f1 = below[first + e];
    const f2 = below[second + e];
    const f3 = below[third + e];
    const f4 = below[fourth + e];
    s11 += upper * f1;
    s12 += upper * f2;
    s13 += upper * f3;
    s14 += upper * f4;
    s21 += lower * f1;
    s22 += lower * f2;
    s23 += lower * f3;
    s24 += lower * f4;
    b1 += upper;
    b2 += lower;
  }
  into[row] = s11 / by;
  into[row + 1] = s12 / by;
  into[row + 2] = s13 / by;
  into[row + last] = s14 / by;
  into[nextRow] = s21 / by;
  into[nextRow + 1] = s22 / by;
  into[nextRow + 2] = s23 / by;
  into[nextRow + last] = s24 / by;
  if (!hasBiases) return;
  into[biases + unit] = b1 / by;
  into[biases + next] = b2 / by;
}

/** Of two units and the two inputs, or one, from `input` on. */
function addTwo(
  { weights, biases, inputs }: LayerPlace,
  above: Vector,
  unit: number,
  next: number,
  below: Vector,
  input: number,
  count: number,
  into: Vector,
  hasBiases: boolean,
  isNew: boolean,
  by: number,
): void {
  const row = weights + unit * inputs + input;
  const nextRow = weights + next * inputs + input;
  const last = Math.min(1, inputs - 1 - input);
  let s11 = isNew ? 0 : into[row];
  let s12 = isNew ? 0 : into[row + last];
  let s21 = isNew ? 0 : into[nextRow];
  let s22 = isNew ? 0 : into[nextRow + last];
  let b1 = isNew ? 0 : into[biases + unit];
  let b2 = isNew ? 0 : into[biases + next];
  const [from, nextFrom] = [unit * count, next * count];
  const first = input * count;
  const second = first + last * count;
  for (let e = 0; e < count; e++) {
    const upper = above[from + e];
    const lower = above[nextFrom + e];
    const f1 = below[first + e];
    const f2 = below[second + e];
    s11 += upper * f1;
    s12 += upper * f2;
    s21 += lower * f1;
    s22 += lower * f2;
    b1 += upper;
    b2 += lower;
  }
  into[row] = s11 / by;
  into[row + last] = s12 / by;
  into[nextRow] = s21 / by;
  into[nextRow + last] = s22 / by;
  if (!hasBiases) return;
  into[biases + unit] = b1 / by;
  into[biases + next] = b2 / by;
}
