// The log of a run: which numbers a step leaves behind, and in which order they lie in memory.

import type { Loop } from './loop.ts';

/** Steps taken, as columns of equal length: row r is step `firstStep + r`. */
export interface Steps {
  readonly firstStep: number;
  readonly count: number;
  /** All columns one after the other, each `capacity` numbers long, in the order of `stepColumns`. */
  readonly buffer: Float64Array<ArrayBuffer>;
  readonly capacity: number;
}

/** `w1`, `w2` are the weights before the step; after it they are weights + update. */
export const stepColumns = [
  'w1',
  'w2',
  'gradient1',
  'gradient2',
  'update1',
  'update2',
  'batchLoss',
  'learningRate',
  'batchSize',
  'epoch',
] as const;
export type StepColumn = (typeof stepColumns)[number];
export const stepColumnCount = stepColumns.length;

/** Room for `capacity` steps. */
export const allocateSteps = (capacity: number): Float64Array<ArrayBuffer> =>
  new Float64Array(capacity * stepColumnCount);

/** One column of `steps` as a view of `count` numbers, no copy. */
export function stepColumn(steps: Steps, column: StepColumn): Float64Array {
  const from = stepColumns.indexOf(column) * steps.capacity;
  return steps.buffer.subarray(from, from + steps.count);
}

/** Writes the step that `loop` has prepared into row `row` of every column. */
export function writeStep(loop: Loop, buffer: Float64Array, capacity: number, row: number): void {
  const { weights, gradient, update } = loop;
  buffer[row] = weights[0];
  buffer[row + capacity] = weights[1];
  buffer[row + 2 * capacity] = gradient[0];
  buffer[row + 3 * capacity] = gradient[1];
  buffer[row + 4 * capacity] = update[0];
  buffer[row + 5 * capacity] = update[1];
  buffer[row + 6 * capacity] = loop.batchLoss;
  buffer[row + 7 * capacity] = loop.learningRate;
  buffer[row + 8 * capacity] = loop.size;
  buffer[row + 9 * capacity] = loop.batchPosition.epoch;
}
