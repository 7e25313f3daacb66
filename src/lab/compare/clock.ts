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
