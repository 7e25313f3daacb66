// The micro-batches of an update as rows of its batch. In the gradient each counts alike, whatever its size: only where all
// are of one size is it the mean over all examples.

/** Rows [from, to) of a batch. */
export interface Part {
  readonly from: number;
  readonly to: number;
}

/** Whether all parts are of one size, so that every example counts alike. */
export const isEven = (parts: readonly Part[]): boolean =>
  parts.every(({ from, to }) => to - from === parts[0].to - parts[0].from);
