// What several lessons ask of a run, and the small arithmetic of their answers.

import type { Hyperparameters, RunConfig, StepDetail } from '../../training/run/run.ts';
import type { AdvanceReply, Trainer } from '../../training/run/trainer.ts';
import type { Experiments } from '../../training/studies/experiments.ts';
import type { Vector } from '../../training/vector.ts';
import { type Curve, type Sketch, sketchColumns } from './lesson.ts';

/** Takes so many steps and no more; where the run has converged it goes on. @param buffer of an earlier reply */
export function take(
  trainer: Trainer,
  hyperparameters: Hyperparameters,
  steps: number,
  buffer?: Float64Array<ArrayBuffer>,
): AdvanceReply {
  const limits = { steps, milliseconds: Number.POSITIVE_INFINITY, stepLimit: Number.POSITIVE_INFINITY };
  return trainer.advance({ ...limits, hyperparameters, beyondConvergence: true, curvature: false, buffer });
}

/** The step that would come after `steps` steps of a run. */
export const after = (
  experiments: Experiments,
  config: RunConfig,
  hyperparameters: Hyperparameters,
  steps: number,
): StepDetail => take(experiments.begin(config), hyperparameters, steps).detail;

/**
 * Goes through a run step by step: `see` is handed the steps about to be taken from steps 0, `stride`, 2 `stride`, ... up
 * to `last`, and ends it by returning true. Returns where it ended; Infinity where it never did.
 */
export function findStep(
  trainer: Trainer,
  hyperparameters: Hyperparameters,
  { last, stride = 1 }: { readonly last: number; readonly stride?: number },
  see: (detail: StepDetail) => boolean,
): number {
  let detail = trainer.preview(0, hyperparameters, null, false);
  let buffer: Float64Array<ArrayBuffer> | undefined;
  for (let step = 0; ; step += stride) {
    if (see(detail)) return step;
    if (step + stride > last) return Number.POSITIVE_INFINITY;
    const reply = take(trainer, hyperparameters, stride, buffer);
    if (reply.end === 'diverged') return Number.POSITIVE_INFINITY;
    detail = reply.detail;
    buffer = reply.steps.buffer;
  }
}

/** The same run with this seed and the 19 that follow it. */
export const twentySeeds = (config: RunConfig): readonly RunConfig[] =>
  Array.from({ length: 20 }, (_, member) => ({ ...config, seed: config.seed + member }));

export const lengthOf = (vector: ArrayLike<number>): number =>
  Math.sqrt(Array.from(vector).reduce((sum, value) => sum + value * value, 0));

export const distance = (from: Vector, to: Vector): number => lengthOf(from.map((value, i) => value - to[i]));

export const meanOf = (numbers: ArrayLike<number>): number =>
  Array.from(numbers).reduce((sum, value) => sum + value, 0) / numbers.length;

/** The upper one of the two in the middle where their number is even. */
export const medianOf = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** The places of a sketch's columns, not rounded. */
export const columnPlaces = ({ from, to }: Pick<Sketch, 'from' | 'to'>): readonly number[] =>
  Array.from({ length: sketchColumns }, (_, column) => from + ((to - from) * column) / (sketchColumns - 1));

/** The columns of a sketch that are given. */
export const givenPart = (curve: Curve, sketch: Sketch): Curve =>
  curve.filter((_, column) => columnPlaces(sketch)[column] <= sketch.givenUntil);

/** A curve's last column, and that at which the given part ends. */
export const lastOf = (curve: Curve): number => curve[sketchColumns - 1];
export const lastGiven = (curve: Curve, sketch: Sketch): number => givenPart(curve, sketch).at(-1) ?? curve[0];
