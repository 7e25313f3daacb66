// What a step costs on the clock by which runs are compared: one step, its share of an epoch, its examples, or
//   simulated time = overhead + examples / parallel width,
// nearly the same for every batch up to overhead x width examples, and in proportion to the batch beyond.

/** By which runs side by side are kept in step. */
export type Clock = 'step' | 'epoch' | 'example' | 'time';
export const clocks: readonly Clock[] = ['step', 'epoch', 'example', 'time'];

/** The imagined machine of the simulated time. */
export interface Hardware {
  /** Time of a step before its first example, at least 0. */
  readonly overhead: number;
  /** Examples worked on at once, above 0; each takes one unit of time. */
  readonly parallelWidth: number;
}

/** Time of one step with a batch of `size` examples. */
export const stepTime = (size: number, { overhead, parallelWidth }: Hardware): number =>
  overhead + size / parallelWidth;

export interface ClockSetting {
  readonly clock: Clock;
  readonly hardware: Hardware;
  /** Examples that one epoch uses: all of them, or with `dropLast` those of its full batches. */
  readonly epochExamples: number;
}

/** What one step with a batch of `size` examples adds to the clock. */
export function stepCost(size: number, { clock, hardware, epochExamples }: ClockSetting): number {
  switch (clock) {
    case 'step':
      return 1;
    case 'epoch':
      return size / epochExamples;
    case 'example':
      return size;
    case 'time':
      return stepTime(size, hardware);
  }
}

/** The clock after each step of a run, from its `batchSize` column; `elapsed` is what earlier steps have added. */
export function clockColumn(batchSizes: Float64Array, setting: ClockSetting, elapsed = 0): Float64Array {
  let sum = elapsed;
  return batchSizes.map((size) => {
    sum += stepCost(size, setting);
    return sum;
  });
}

/** Steps of this size that bring a run from `elapsed` up to `target` and not beyond: how far each contender may go. */
export function stepsUntil(target: number, elapsed: number, size: number, setting: ClockSetting): number {
  // Sums of fractions fall a little short of whole numbers; a step due now must not wait for the next frame.
  return Math.max(0, Math.floor((target - elapsed) / stepCost(size, setting) + 1e-9));
}

/**
 * Index of the first loss at or below `target`, or null when none is. With losses that belong to the weights before
 * each step, as in `Steps`, it is the number of steps it took.
 */
export function stepsToReach(losses: Float64Array, target: number): number | null {
  const index = losses.findIndex((loss) => loss <= target);
  return index < 0 ? null : index;
}
