// Mean squared error of predictions c1 a + c2 b is a quadratic form in (c1, c2): five means of the data tell all of it.
// Kept as a sum of squares around its minimum, least + A (c1 + t c2 - u0)² + Q (c2 - v0)², which loses no digits where
// the loss is small: t takes from b its part along a (Gram and Schmidt), Q is the power of what remains.

import type { Filling } from './grid.ts';

export interface Quadratic {
  readonly least: number;
  readonly tilt: number;
  readonly powerA: number;
  readonly powerQ: number;
  readonly u0: number;
  readonly v0: number;
}

export function quadraticAt(form: Quadratic, c1: number, c2: number): number {
  const u = c1 + form.tilt * c2 - form.u0;
  const v = c2 - form.v0;
  return form.least + form.powerA * u * u + form.powerQ * v * v;
}

/** Fills the grid with the form of the weights themselves, c1 = w1 and c2 = w2, and notes its range on the way. */
export function fillByForm({ least, tilt, powerA, powerQ, u0, v0 }: Quadratic, { grid, values, range }: Filling): void {
  const { columns, rows, w1, w2 } = grid;
  let { minimum, maximum } = range;
  for (let row = 0; row < rows; row++) {
    const c2 = w2[row];
    const v = c2 - v0;
    const offset = tilt * c2 - u0;
    const floor = least + powerQ * v * v;
    const from = row * columns;
    for (let column = 0; column < columns; column++) {
      const u = w1[column] + offset;
      const value = floor + powerA * u * u;
      values[from + column] = value;
      if (value < minimum) minimum = value;
      if (value > maximum && value < Number.POSITIVE_INFINITY) maximum = value;
    }
  }
  range.minimum = minimum;
  range.maximum = maximum;
}

/** Below this share of b's power, what remains of b beside a is rounding. */
const negligible = 1e-24;

/** The form of the mean of (c1 a + c2 b - y)² over the first `count` rows. */
export function squaredErrorForm(a: Float64Array, b: Float64Array, y: Float64Array, count: number): Quadratic {
  let [aa, ab, bb, ay] = [0, 0, 0, 0];
  for (let i = 0; i < count; i++) {
    const [first, second] = [a[i], b[i]];
    aa += first * first;
    ab += first * second;
    bb += second * second;
    ay += first * y[i];
  }
  const tilt = aa === 0 ? 0 : ab / aa;
  const u0 = aa === 0 ? 0 : ay / aa;
  let [qq, qy] = [0, 0];
  for (let i = 0; i < count; i++) {
    const rest = b[i] - tilt * a[i];
    qq += rest * rest;
    qy += rest * y[i];
  }
  const isFlat = qq <= negligible * bb;
  const v0 = isFlat ? 0 : qy / qq;
  let squares = 0;
  for (let i = 0; i < count; i++) {
    const residual = y[i] - u0 * a[i] - v0 * (b[i] - tilt * a[i]);
    squares += residual * residual;
  }
  return { least: squares / count, tilt, powerA: aa / count, powerQ: isFlat ? 0 : qq / count, u0, v0 };
}

/** The form of the mean squared distance from (c1, c2) to the points (a, b). */
export function squaredDistanceForm(a: Float64Array, b: Float64Array, count: number): Quadratic {
  let [sumA, sumB] = [0, 0];
  for (let i = 0; i < count; i++) {
    sumA += a[i];
    sumB += b[i];
  }
  const [u0, v0] = [sumA / count, sumB / count];
  let squares = 0;
  for (let i = 0; i < count; i++) squares += (a[i] - u0) * (a[i] - u0) + (b[i] - v0) * (b[i] - v0);
  return { least: squares / count, tilt: 0, powerA: 1, powerQ: 1, u0, v0 };
}
