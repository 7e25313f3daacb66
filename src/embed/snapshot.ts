// What the lab shows now, as plain data for a host: every setting, where the run stands, and its present numbers.
// A number that is not finite would not survive JSON; it is null here.

import type { Lab } from '../lab/lab.ts';
import type { OpenLesson } from '../lab/lessonState.ts';
import { linkTo } from '../lab/linkTo.ts';
import { networkIn } from '../lab/network.ts';
import { textOfPlane } from '../lab/planeText.ts';
import { valuesOf } from '../lab/settingsCodec.ts';
import type { LabState } from '../lab/store.ts';
import { textOfWatched } from '../lab/watchedText.ts';
import type { LabSnapshot, LessonAnswer, PendingStep } from './told.ts';

export function answerOf(open: OpenLesson): LessonAnswer {
  const { key, prediction, guess, features, observations, reasons, askedAt, committedAt } = open;
  const seconds = askedAt === null || committedAt === null ? null : (committedAt - askedAt) / 1000;
  return { lesson: key, answer: prediction, guess, seconds, features, observations, reasons };
}

export const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

export function snapshotOf(lab: Lab): LabSnapshot {
  const state = lab.store.getState();
  return {
    settings: valuesOf(state),
    link: linkTo(lab),
    status: state.status,
    step: state.cursor,
    stepCount: state.stepCount,
    phase: state.phase,
    ...lookOf(state),
    speed: finite(state.speed),
    // Never the numbers of another step.
    pending: lab.isCurrent ? pendingOf(state) : null,
  };
}

function lookOf({ config, watched, planeChoice }: LabState): Pick<LabSnapshot, 'watch' | 'plane'> {
  const network = networkIn(config);
  if (network === null) return { watch: null, plane: null };
  return { watch: textOfWatched(network, watched), plane: textOfPlane(planeChoice) };
}

function pendingOf({ detail }: LabState): PendingStep | null {
  if (detail === null) return null;
  return {
    step: detail.step,
    epoch: detail.epoch,
    weights: Array.from(detail.weights, finite),
    batch: [...detail.batch],
    batchLoss: finite(detail.batchLoss),
    fullLoss: finite(detail.fullLoss),
    gradient: Array.from(detail.gradient, finite),
    update: Array.from(detail.update, finite),
    learningRate: finite(detail.learningRate),
  };
}
