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
