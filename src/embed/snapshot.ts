// What the lab shows now, as plain data for a host: every setting, where the run stands, and its present numbers.
// A number that is not finite would not survive JSON; it is null here.

import type { Lab } from '../lab/lab.ts';
import type { OpenLesson, Prediction } from '../lab/lessonState.ts';
import { linkTo } from '../lab/linkTo.ts';
import { networkIn } from '../lab/network.ts';
import { textOfPlane } from '../lab/planeText.ts';
import { valuesOf } from '../lab/settingsCodec.ts';
import type { LabState, Phase, Status } from '../lab/store.ts';
import { textOfWatched } from '../lab/watchedText.ts';
import type { FieldValues } from '../training/field.ts';

export interface Snapshot {
  /** Every setting of the run by its name in the link, defaults included. */
  readonly settings: FieldValues;
  /** The hash that leads back here. */
  readonly link: string;
  readonly status: Status;
  /** The step shown, and the steps taken. */
  readonly step: number;
  readonly stepCount: number;
  readonly phase: Phase | null;
  /** Of a network: the watched weights and the plane in which all are seen, as the link names them; else null. */
  readonly watch: string | null;
  readonly plane: string | null;
  /** Steps per second; null is as fast as it goes. */
  readonly speed: number | null;
  /** The pending step; null until the trainer has answered. */
  readonly pending: PendingStep | null;
}

export interface PendingStep {
  readonly step: number;
  readonly epoch: number;
  readonly weights: readonly (number | null)[];
  readonly batch: readonly number[];
  readonly batchLoss: number | null;
  readonly fullLoss: number | null;
  readonly gradient: readonly (number | null)[];
  readonly update: readonly (number | null)[];
  readonly learningRate: number | null;
}

/** An answer to a lesson, and how far the lesson has come. */
export interface LessonAnswer {
  readonly lesson: string;
  /** What was answered; null for who does not know. */
  readonly answer: Prediction | null;
  /** The answer as a link has it, and the seconds from the question to it; null where nobody knows. */
  readonly guess: string | null;
  readonly seconds: number | null;
  /** What the answer has right, by name; null before it is revealed. */
  readonly features: Readonly<Record<string, boolean>> | null;
  /** What was chosen as what happened, and as the reason, one after the other. */
  readonly observations: readonly string[];
  readonly reasons: readonly string[];
}

export function answerOf(open: OpenLesson): LessonAnswer {
  const { key, prediction, guess, features, observations, reasons, askedAt, committedAt } = open;
  const seconds = askedAt === null || committedAt === null ? null : (committedAt - askedAt) / 1000;
  return { lesson: key, answer: prediction, guess, seconds, features, observations, reasons };
}

export const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

export function snapshotOf(lab: Lab): Snapshot {
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

function lookOf({ config, watched, planeChoice }: LabState): Pick<Snapshot, 'watch' | 'plane'> {
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
