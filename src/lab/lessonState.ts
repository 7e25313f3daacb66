// A lesson that is open: how far its question has come, and what was answered. What a step does is not told before.

import type { StepDetail } from '../training/run/run.ts';
import type { Answers, FormKind, Shown, Typed } from './lessons/lesson.ts';
import type { RunSettings } from './settingsCodec.ts';

/** A question is asked; the answer is given; the truth is there; it was said what happened and why. */
export type LessonPhase = 'asked' | 'committed' | 'revealed' | 'done';

export type Prediction = Answers[FormKind];

export interface OpenLesson {
  readonly key: string;
  readonly phase: LessonPhase;
  /** The run it is about; null while the lesson is on its way, and nothing is computed. */
  readonly run: RunSettings | null;
  /** What is shown with the question; null while it is on its way. */
  readonly shown: Shown | null;
  /** What was put in place so far, and typed into a table that can be typed into. */
  readonly draft: Prediction | null;
  readonly typed: Typed | null;
  /** What was answered; null before, and where the answer was that one does not know. */
  readonly prediction: Prediction | null;
  /** The answer as the link has it; null before. */
  readonly guess: string | null;
  /** What the trainer computed, and what the answer has right of it; null before it is revealed. */
  readonly truth: unknown;
  readonly features: Readonly<Record<string, boolean>> | null;
  /** What was chosen as what happened, and as the reason, one after the other. */
  readonly observations: readonly string[];
  readonly reasons: readonly string[];
  /** Whether the arrows of the step would be in the way of what is to be seen. */
  readonly hidesStep: boolean;
  /** Milliseconds since 1970; null before. */
  readonly askedAt: number | null;
  readonly committedAt: number | null;
}

/** A lesson whose file is still to come. */
export const opening = (key: string, guess: string | null = null): OpenLesson => ({
  ...{ key, phase: 'asked', run: null, shown: null, draft: null, typed: null, prediction: null, guess },
  ...{ truth: null, features: null, hidesStep: false, observations: [], reasons: [], askedAt: null, committedAt: null },
});

/** Whether the answer is not to be seen yet. */
export const isAsking = (lesson: OpenLesson | null): boolean =>
  lesson !== null && (lesson.phase === 'asked' || lesson.phase === 'committed');

/** What a question may show of the step about to be taken: the batch, and what the model says of it. */
export interface Sampled
  extends Pick<StepDetail, 'step' | 'epoch' | 'order' | 'offset' | 'batch' | 'weights' | 'prediction'> {
  /** How the losses depend on the predictions: where no question is asked, whose answer begins with it. */
  readonly byPrediction?: StepDetail['byPrediction'];
  readonly microBatches: readonly { readonly to: number }[];
}

export function sampledOf(detail: StepDetail): Sampled {
  const { step, epoch, order, offset, batch, weights, prediction } = detail;
  const microBatches = detail.microBatches.map(({ to }) => ({ to }));
  return { step, epoch, order, offset, batch, weights, prediction, microBatches };
}
