// TYPES ONLY for now: the commands of the lab.
import type { Hyperparameters, RunConfig } from '../training/run.ts';
import type { Domain, Weights } from '../training/vector.ts';
import type { History } from './history.ts';
import type { LabStore, Phase } from './store.ts';

export interface Lab {
  readonly store: LabStore;
  readonly history: History;
  play(): void;
  pause(): void;
  /** One step on (in slow motion one phase); pauses a run. */
  step(): void;
  stepBack(): void;
  nextEpoch(): void;
  /** Back to step 0: same start, same seed. */
  reset(): void;
  seek(step: number): void;
  /** Begins another run. */
  configure(change: Partial<RunConfig>): void;
  /** Acts from the next step. */
  setHyperparameters(change: Partial<Hyperparameters>): void;
  setStart(start: Weights): void;
  setSpeed(stepsPerSecond: number): void;
  setView(view: Domain): void;
  resetView(): void;
  setSlowMotion(on: boolean): void;
  setPhase(phase: Phase): void;
  /** Raises the step limit of a run that reached it. */
  keepGoing(): void;
  dismissNotices(): void;
}
