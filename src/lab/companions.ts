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

/** Has companions alone go on by what they may of a credit of steps in a frame; returns what is left of it. */
export function goOnAlone(companions: Companions, credit: number): number {
  const steps = Math.min(most, Math.floor(credit));
  if (steps > 0) companions.goOn(steps);
  return Math.min(most, credit - steps);
}
