// What a lab begins with, and whom it may ask.

import type { Connect } from '../training/run/remoteTrainer.ts';
import type { ComputePool } from './computePool.ts';
import type { LessonComputer } from './lessons/lesson.ts';
import type { InitialState } from './store.ts';

export interface LabOptions {
  readonly initial: InitialState;
  readonly connect: Connect;
  /** Workers for computations, as many as the machine has processors or as `size` says; none starts before the first. */
  readonly openPool?: (size?: number) => Promise<ComputePool>;
  /** What computes the truth of a lesson; absent where there are none. */
  readonly lessonComputer?: () => Promise<LessonComputer>;
  /** Computes nothing until it is woken. */
  readonly isAsleep?: boolean;
}
