// A run while a question is asked about it: no step is taken, and of the one about to be taken nothing is told that would
// give the answer away. Whoever begins another run or changes this one leaves the question.

import type { Hyperparameters } from '../training/run/run.ts';
import type { LabOptions } from './labOptions.ts';
import { isAsking, type OpenLesson, opening, sampledOf } from './lessonState.ts';
import type { LessonComputer } from './lessons/lesson.ts';
import { Run } from './run.ts';
import { type LabState, noLimits } from './store.ts';

/** What was drawn and explained of a step before a question was asked about it. */
const nothingOfStep: Partial<LabState> = {
  ...{ draws: null, batchSurface: null, planeLoss: null, maps: {} },
  limits: noLimits,
};

export class LessonRun extends Run {
  /** Whether an answer is followed by the truth, or waits for whoever shows it to others. */
  revealsAtOnce = true;
  private readonly openComputer: LabOptions['lessonComputer'];

  constructor(options: LabOptions) {
    super(options);
    this.openComputer = options.lessonComputer;
  }

  /** What computes the truth of lessons. */
  lessonComputer(): Promise<LessonComputer> {
    if (this.openComputer === undefined) throw new Error('Nothing was given that computes lessons.');
    return this.openComputer();
  }

  /** Whether steps have to wait for an answer. */
  get isAsking(): boolean {
    return isAsking(this.state.lesson);
  }

  override play(): void {
    if (!this.isAsking) super.play();
  }

  override takeSteps(count: number): void {
    if (!this.isAsking) super.takeSteps(count);
  }

  /** Has a lesson opened: from now on nothing of its answer is told. */
  beginLesson(key: string, guess: string | null): void {
    if (this.state.lesson?.key !== key) this.change({ lesson: opening(key, guess) });
  }

  /** Writes how far the open lesson has come. */
  changeLesson(change: Partial<OpenLesson>): void {
    const { lesson } = this.state;
    if (lesson !== null) this.change({ lesson: { ...lesson, ...change } });
  }

  /** Free play, with the run that is there; what was answered is kept. */
  leaveLesson(): void {
    if (this.state.lesson !== null) this.change({ lesson: null });
  }

  /** The same where the run goes by other hyperparameters than those that were asked about. */
  protected changeHyperparameters(hyperparameters: Hyperparameters): void {
    this.change({ hyperparameters, ...(this.isAsking && { lesson: null }) });
  }

  protected override beginRun(change: Partial<LabState>): void {
    super.beginRun({ ...(this.isAsking && { lesson: null }), ...change });
  }

  protected override write(change: Partial<LabState>): void {
    const { lesson: before, lessonsLeft, detail: known } = this.state;
    const lesson = change.lesson === undefined ? before : change.lesson;
    const isHidden = isAsking(lesson);
    if (isAsking(before) && !isHidden) this.session.lookAgain();
    const { detail = isHidden ? (known ?? undefined) : undefined } = change;
    super.write({
      ...change,
      ...(isHidden && nothingOfStep),
      ...(detail !== undefined && { sampled: detail }),
      ...(detail && isHidden && { detail: null, sampled: sampledOf(detail) }),
      ...(before !== null && lesson?.key !== before.key && { lessonsLeft: { ...lessonsLeft, [before.key]: before } }),
    });
  }
}
