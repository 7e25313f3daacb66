// The noise of a mini-batch gradient at held weights. With C the covariance of the examples' gradients (divided by N),
// a batch has so many times that covariance as noiseFactor.ts says, and the batches drawn here are held against it.

import { angleOf } from '../angle.ts';
import type { Sampling } from '../batches.ts';
import { type Examples, inOrder } from '../examples.ts';
import { Random } from '../random.ts';
import { dot, lengthOf, type Vector, type Weights } from '../vector.ts';
import { eigen, type Hessian } from './curvature.ts';
import { areEven, type Cut, microBatchSizes, noiseFactor, totalOf } from './noiseFactor.ts';
import type { Pair } from './pair.ts';

/** A symmetric 2x2 matrix: variance of w1, covariance, variance of w2. */
export type Covariance = Hessian;

/** Generator stream of the batches drawn here, away from the streams of the data and of the epochs. */
const resampleStream = 0x80000000;

/** Gradients as pairs, one after the other: g1, g2, g1, g2, ... */
export type GradientPairs = Float64Array;

/** The gradient of each example's loss at `weights`. */
export function exampleGradients({ model, loss }: Pair, examples: Examples, [w1, w2]: Weights): GradientPairs {
  const { count, y } = examples;
  const column = () => new Float64Array(count);
  const [prediction, outer, byW1, byW2] = [column(), column(), column(), column()];
  model.predict(w1, w2, examples, prediction);
  loss.derivative(prediction, y, count, outer);
  model.derivative(w1, w2, examples, byW1, byW2);
  const pairs = new Float64Array(2 * count);
  for (let i = 0; i < count; i++) {
    pairs[2 * i] = outer[i] * byW1[i];
    pairs[2 * i + 1] = outer[i] * byW2[i];
  }
  return pairs;
}

export interface Cloud {
  readonly mean: Weights;
  /** Of the population: divided by the number of points, not by one less. */
  readonly covariance: Covariance;
}

/** Mean and covariance of points given as pairs; NaN when there is none. */
export function cloudOf(pairs: Float64Array): Cloud {
  const count = pairs.length / 2;
  // Around the first point, so that equal points have exactly no variance and far ones lose no digits.
  const [origin1, origin2] = [pairs[0], pairs[1]];
  let sum1 = 0;
  let sum2 = 0;
  for (let at = 0; at < pairs.length; at += 2) {
    sum1 += pairs[at] - origin1;
    sum2 += pairs[at + 1] - origin2;
  }
  const mean: Weights = [origin1 + sum1 / count, origin2 + sum2 / count];
  let [s11, s12, s22] = [0, 0, 0];
  for (let at = 0; at < pairs.length; at += 2) {
    const d1 = pairs[at] - mean[0];
    const d2 = pairs[at + 1] - mean[1];
    s11 += d1 * d1;
    s12 += d1 * d2;
    s22 += d2 * d2;
  }
  return { mean, covariance: [s11 / count, s12 / count, s22 / count] };
}

/** Full gradient and covariance C of the examples' gradients at `weights`. */
export const gradientCloud = (setting: Pair, examples: Examples, weights: Weights): Cloud =>
  cloudOf(exampleGradients(setting, examples, weights));

/** Covariance of the gradient of one update, from the covariance of the examples' gradients. */
export function predictedCovariance(
  [c11, c12, c22]: Covariance,
  sizes: readonly number[],
  examples: number,
  sampling: Sampling,
): Covariance {
  const factor = noiseFactor(sizes, examples, sampling);
  return factor === 0 ? [0, 0, 0] : [factor * c11, factor * c12, factor * c22];
}

export interface ResampleRequest extends Cut {
  /** How many batches to draw. */
  readonly count: number;
  readonly seed: number;
  /** Batches of 'once' and 'fixed' are drawn like reshuffled ones: as if the one order were another. */
  readonly sampling: Sampling;
}

export interface Resampled {
  /** Mean gradient of each batch drawn. */
  readonly gradients: GradientPairs;
  readonly fullGradient: Weights;
  /** Of `gradients`, around their own mean. */
  readonly measured: Cloud;
  readonly predicted: Covariance;
}

/**
 * Draws `count` batches of the examples with these gradients. The same request draws the same batches, so a dragged point
 * moves smoothly.
 */
export function resampleGradients(each: GradientPairs, request: ResampleRequest): Resampled {
  const { count, sampling } = request;
  const examples = each.length / 2;
  const full = cloudOf(each);
  const sizes = microBatchSizes(request, examples);
  const gradients = new Float64Array(2 * count);
  drawBatches(examples, request, (order, row) => writeMean(each, order, sizes, gradients, 2 * row));
  return {
    gradients,
    fullGradient: full.mean,
    measured: cloudOf(gradients),
    predicted: predictedCovariance(full.covariance, sizes, examples, sampling),
  };
}

/** Calls `visit` for each batch drawn, its rows the first of `order`; the same request draws the same batches. */
export function drawBatches(
  examples: number,
  request: ResampleRequest,
  visit: (order: Int32Array, batch: number) => void,
): void {
  const { count, seed, sampling } = request;
  const random = new Random(seed, resampleStream);
  const draw = sampling === 'replacement' ? drawWithReplacement : drawWithoutReplacement;
  const order = inOrder(examples);
  const sizes = microBatchSizes(request, examples);
  const size = totalOf(sizes);
  for (let batch = 0; batch < count; batch++) {
    // All of the examples, weighed alike, are one batch whatever their order: nothing to draw, and not even rounding differs.
    if (sampling === 'replacement' || size < examples || !areEven(sizes)) draw(random, order, size);
    visit(order, batch);
  }
}

function drawWithReplacement(random: Random, order: Int32Array, batchSize: number): void {
  for (let row = 0; row < batchSize; row++) order[row] = random.below(order.length);
}

/** The first `batchSize` steps of a shuffle from the front; the rest keeps whatever order it has. */
function drawWithoutReplacement(random: Random, order: Int32Array, batchSize: number): void {
  for (let row = 0; row < batchSize; row++) {
    const other = row + random.below(order.length - row);
    const kept = order[row];
    order[row] = order[other];
    order[other] = kept;
  }
}

function writeMean(
  each: GradientPairs,
  order: Int32Array,
  sizes: readonly number[],
  target: GradientPairs,
  at: number,
): void {
  let [mean1, mean2] = [0, 0];
  let row = 0;
  for (const size of sizes) {
    let [sum1, sum2] = [0, 0];
    for (const end = row + size; row < end; row++) {
      const index = 2 * order[row];
      sum1 += each[index];
      sum2 += each[index + 1];
    }
    mean1 += sum1 / size;
    mean2 += sum2 / size;
  }
  target[at] = mean1 / sizes.length;
  target[at + 1] = mean2 / sizes.length;
}

/** An ellipse around its centre: centre + cos(t) major + sin(t) minor. As an SVG matrix of the unit circle: [...major, ...minor]. */
export interface Ellipse {
  readonly major: Weights;
  readonly minor: Weights;
  /** Lengths of `major` and `minor`. */
  readonly semiAxes: readonly [major: number, minor: number];
  /** Of the major axis from the first axis, in radians, above −π/2 and up to π/2. */
  readonly angle: number;
}

/** Where a normal cloud of this covariance is `standardDeviations` from its mean; 2 hold 86 % of it, 2.45 hold 95 %. */
export function ellipse(covariance: Covariance, standardDeviations: number): Ellipse {
  const { values, vectors } = eigen(covariance);
  const [long, short] = values.map((variance) => standardDeviations * Math.sqrt(Math.max(0, variance)));
  let [along, across] = vectors;
  if (along[0] < 0 || (along[0] === 0 && along[1] < 0)) {
    along = [-along[0], -along[1]];
    across = [-across[0], -across[1]];
  }
  return {
    major: [long * along[0], long * along[1]],
    minor: [short * across[0], short * across[1]],
    semiAxes: [long, short],
    angle: angleOf(along),
  };
}

/** Angle between two gradients in radians, 0 to π; 0 where one of them is zero. */
export function angleBetween(a: Vector, b: Vector): number {
  const [along, square] = [dot(a, b), dot(a, a)];
  if (square === 0) return 0;
  // What of b stands at right angles to a.
  const across = b.map((value, i) => value - (along / square) * a[i]);
  return Math.abs(angleOf([along, Math.sqrt(square) * lengthOf(across)]));
}

/** |estimate − exact| / |exact|; Infinity where only the exact gradient is zero, 0 where both are. */
export function relativeError(estimate: Vector, exact: Vector): number {
  const error = lengthOf(estimate.map((value, i) => value - exact[i]));
  return error === 0 ? 0 : error / lengthOf(exact);
}
