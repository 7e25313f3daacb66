// How much of the examples' covariance C is left in the mean gradient of a batch: C/B of B drawn with replacement and
// C/B (N − B)/(N − 1) without. Of k micro-batches that weigh alike whatever their sizes n, 1/B is s = Σ 1/(k² n), and
// without replacement the factor is (s N − 1)/(N − 1).

import type { Sampling } from '../batches.ts';

/** How the batch of an update is cut. */
export interface Cut {
  readonly batchSize: number;
  /** Micro-batches of this size to an update, 1 when absent. */
  readonly accumulate?: number;
}

/** The sizes of the micro-batches of an epoch's first update: all alike, but for one that the examples do not fill. */
export const microBatchSizes = ({ batchSize, accumulate = 1 }: Cut, examples: number): readonly number[] =>
  Array.from({ length: accumulate }, (_, part) => Math.min(batchSize, examples - part * batchSize)).filter(
    (size) => size > 0,
  );

export const totalOf = (sizes: readonly number[]): number => sizes.reduce((sum, size) => sum + size, 0);
export const areEven = (sizes: readonly number[]): boolean => sizes.every((size) => size === sizes[0]);

/** s: the sum of the squares of the weights that examples have in the mean of micro-batches of these sizes. */
export const sumOfSquares = (sizes: readonly number[]): number =>
  areEven(sizes) ? 1 / totalOf(sizes) : sizes.reduce((sum, size) => sum + 1 / size, 0) / (sizes.length * sizes.length);

/** What the covariance of the gradient of one update, of micro-batches of these sizes, is of C. */
export function noiseFactor(sizes: readonly number[], examples: number, sampling: Sampling): number {
  const square = sumOfSquares(sizes);
  if (sampling === 'replacement') return square;
  if (!areEven(sizes)) return (square * examples - 1) / (examples - 1);
  const size = totalOf(sizes);
  return size === examples ? 0 : (examples - size) / (size * (examples - 1));
}
