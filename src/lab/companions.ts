/** Runs beside the lab's own that are kept in step with it. */
export interface Companions {
  /** Whether one has fallen back so far that the run waits for it. */
  readonly isBehind: boolean;
  /** Whether one can go on although the run has come to its end. */
  readonly canGoOn: boolean;
  /** Goes on by so many steps of the run that has come to its end. */
  goOn(steps: number): void;
  /** Ends them all. */
  dispose(): void;
}

/** Steps by which companions alone go on in a frame when they go as fast as they can. */
const most = 500;

/** Steps of a credit that companions alone take in a frame, and what is left of it. */
export function companionSteps(credit: number): { readonly steps: number; readonly left: number } {
  const steps = Math.min(most, Math.floor(credit));
  return { steps, left: Math.min(most, credit - steps) };
}
