// Epochs and mini-batches: in which order the examples are visited, where the order is cut, and the mean over a batch.

import { inOrder } from './examples.ts';
import { Random } from './random.ts';

/** How examples are picked: reshuffled every epoch, shuffled once, never shuffled, or drawn with replacement. */
export type Sampling = 'reshuffle' | 'once' | 'fixed' | 'replacement';
export const samplings: readonly Sampling[] = ['reshuffle', 'once', 'fixed', 'replacement'];

/** Whether every epoch has an order of its own. */
export const isDrawnAnew = (sampling: Sampling): boolean => sampling === 'reshuffle' || sampling === 'replacement';

/** Generator stream of the examples; the order of epoch e uses stream e + 1. */
export const dataStream = 0;

/** The whole numbers from 0 on, as many as were asked for at most: to copy them takes a tenth of the time to count them. */
let inTurn: Int32Array = new Int32Array(0);

/**
 * Writes the order of one epoch, `order.length` indices: a pure function of (seed, sampling, epoch), so that batches
 * of any size, and runs beside each other, are cut from the same order.
 */
export function epochOrder(seed: number, sampling: Sampling, epoch: number, order: Int32Array): void {
  const count = order.length;
  const random = new Random(seed, 1 + (sampling === 'once' ? 0 : epoch));
  if (sampling === 'replacement') {
    for (let i = 0; i < count; i++) order[i] = random.below(count);
    return;
  }
  if (inTurn.length < count) inTurn = inOrder(count);
  order.set(inTurn.length === count ? inTurn : inTurn.subarray(0, count));
  if (sampling !== 'fixed') random.shuffle(order);
}

/** Where in the data the next mini-batch begins: `offset` examples of epoch `epoch` have been used. */
export interface BatchPosition {
  readonly epoch: number;
  readonly offset: number;
}

/** Moves on to the next epoch when this one has no batch left: no example, or with `dropLast` no full batch. */
export function settlePosition(
  position: BatchPosition,
  examples: number,
  batchSize: number,
  dropLast: boolean,
): BatchPosition {
  const isOver = isEpochOver(examples - position.offset, batchSize, dropLast);
  return isOver ? { epoch: position.epoch + 1, offset: 0 } : position;
}

/** Whether the `left` examples of an epoch make no batch any more: none is left, or with `dropLast` no full batch. */
export const isEpochOver = (left: number, batchSize: number, dropLast: boolean): boolean =>
  left <= 0 || (dropLast && left < batchSize);

/**
 * Examples of the update that begins where `left` examples of the epoch are left: up to `accumulate` micro-batches of
 * `batchSize`, cut in order, the last of an epoch shorter unless `dropLast` leaves it out.
 */
export const updateSize = (left: number, batchSize: number, accumulate: number, dropLast: boolean): number =>
  Math.min(accumulate * batchSize, dropLast ? left - (left % batchSize) : left);

/** Sum of the first `count` losses, in row order. */
export function sumLosses(loss: Float64Array, count: number): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += loss[i];
  return sum;
}

/** Batches of so many examples: of a whole epoch, or of what is left of one. */
export const batchesOf = (examples: number, batchSize: number, dropLast: boolean): number =>
  dropLast ? Math.floor(examples / batchSize) : Math.ceil(examples / batchSize);

/** One sentence that says why a batch of this size cannot be taken from so many examples, or null when it can. */
export const batchSizeProblem = (batchSize: number, examples: number): string | null =>
  Number.isInteger(batchSize) && batchSize >= 1 && batchSize <= examples
    ? null
    : `The batch size is a whole number from 1 to the ${examples} examples, not ${batchSize}.`;

/** Mean of the first `count` losses, summed in row order. */
export const meanLoss = (loss: Float64Array, count: number): number => sumLosses(loss, count) / count;

/** Writes the sum of the first `count` rows' gradients by the chain rule: d loss/d prediction times d prediction/d w. */
export function sumGradients(
  byPrediction: Float64Array,
  byW1: Float64Array,
  byW2: Float64Array,
  count: number,
  gradient: Float64Array,
): void {
  let sum1 = 0;
  let sum2 = 0;
  for (let i = 0; i < count; i++) {
    const outer = byPrediction[i];
    sum1 += outer * byW1[i];
    sum2 += outer * byW2[i];
  }
  gradient[0] = sum1;
  gradient[1] = sum2;
}

/** The mean of the same gradients. */
export function meanGradient(
  byPrediction: Float64Array,
  byW1: Float64Array,
  byW2: Float64Array,
  count: number,
  gradient: Float64Array,
): void {
  sumGradients(byPrediction, byW1, byW2, count, gradient);
  gradient[0] /= count;
  gradient[1] /= count;
}
