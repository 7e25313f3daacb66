// What a run is: a configuration and the edits made to its hyperparameters, each with the step at which it was made.
// Everything else (steps, pictures, exports) follows from these two.

import type { Sampling } from '../batches.ts';
import type { FieldValues } from '../field.ts';
import type { BatchInspection } from '../network/inspect.ts';
import type { OptimizerId } from '../optimizers/index.ts';
import type { Arrangement } from '../ownData/arrangements.ts';
import type { OwnData } from '../ownData/ownData.ts';
import type { View } from '../plane.ts';
import type { ProblemId } from '../problems/index.ts';
import type { ScheduleUnit } from '../schedule.ts';
import type { ScheduleId } from '../schedules/index.ts';
import type { Point, Vector, Weights } from '../vector.ts';
import type { Part } from './parts.ts';
import type { StartPlane } from './startPlane.ts';

/** Change one of these and another run begins. */
export interface RunConfig {
  readonly problem: ProblemId;
  /** The problem's own settings; absent ones stand for their defaults. */
  readonly settings: FieldValues;
  /** Number of examples, 10 to 1,000. */
  readonly examples: number;
  readonly noise: number;
  /** Whole number; with the settings it fixes the data and every shuffle. */
  readonly seed: number;
  /** First weights, or an offset from those that are drawn, along `startPlane`. */
  readonly start: Weights;
  /** Networks only; the plane of the first two weights when absent. */
  readonly startPlane?: StartPlane;
  readonly optimizer: OptimizerId;
  readonly sampling: Sampling;
  /** Leave out the shorter batch at the end of an epoch. */
  readonly dropLast: boolean;
  /** In place of the problem's examples; there are `examples` of them, and `noise` means nothing. */
  readonly data?: OwnData;
  /** In which order and form the examples are; as they were drawn or given when absent. */
  readonly arrangement?: Arrangement;
  /** Own data are standardised unless this says that they are not. */
  readonly standardise?: false;
}

export interface ScheduleConfig {
  readonly kind: ScheduleId;
  readonly unit: ScheduleUnit;
  /** Length of a linear warm-up before the schedule begins, in the same unit; 0 for none. */
  readonly warmup: number;
  readonly values: FieldValues;
}

/** Change one of these and it acts from the next step on. */
export interface Hyperparameters {
  readonly learningRate: number;
  /** 1 to the number of examples; all of them is full-batch gradient descent. */
  readonly batchSize: number;
  /** The optimizer's own arguments; absent ones stand for their defaults. */
  readonly optimizer: FieldValues;
  readonly schedule: ScheduleConfig;
  /** The length to which the summed gradient is clipped, above 0; null or absent: not clipped. */
  readonly clipNorm?: number | null;
  /** Micro-batches of `batchSize` examples to an update, 1 when absent; at most as many as an epoch has. */
  readonly accumulate?: number;
  /** Whether the sum of gradients is never cleared; it begins at 0 with the update at which this is set. */
  readonly forgetZeroGrad?: boolean;
}

/** From step `step` on, until the next edit, these hyperparameters hold. */
export interface Edit {
  readonly step: number;
  readonly hyperparameters: Hyperparameters;
}

/** What the log keeps of a step depends on these. Plain data: it crosses with the steps. */
export interface StepLayout {
  /** D, the number of weights. */
  readonly dimension: number;
  /** Layers of weights whose sizes are told; 0 where the weights do not stand in layers. */
  readonly layers: number;
}

/** Why a run cannot go on by itself, or, once it has `converged`, need not. */
export type RunEnd = 'diverged' | 'converged' | 'limit';

/** One micro-batch: its rows of the update's batch. */
export interface MicroBatch extends Part {
  /** Means over these rows. */
  readonly loss: number;
  readonly gradient: Vector;
}

/** What becomes of the gradient before the optimizer is given it. */
export interface SummedGradient {
  /** What earlier updates left in the sum; all 0 unless zero_grad was forgotten. */
  readonly before: Vector;
  /** before + gradient. */
  readonly total: Vector;
  /** The length of `total`, and the factor by which it is clipped: 1 where it is not. */
  readonly norm: number;
  readonly factor: number;
  /** What the optimizer is given: factor × total. */
  readonly applied: Vector;
}

/** What a picture shows of a step: where it stands and where it goes in the plane of the view. */
export interface SeenStep {
  /** The plane in which all of this is seen; null is the whole of weight space. */
  readonly plane: View;
  readonly weights: Point;
  readonly gradient: Point;
  readonly fullGradient: Point;
  readonly update: Point;
  /** How far the weights are from the plane. */
  readonly distance: number;
  /** The share of the update's length that lies outside the plane, 0 to 1. */
  readonly outside: number;
  /** d loss of each example of the batch along the plane's two directions. */
  readonly alongX: Vector;
  readonly alongY: Vector;
}

/** Every example's part in the batch, in its order. */
export interface BatchParts {
  /** The model's prediction, or the outputs of a network as they leave it: output k of row e at [k * rows + e]. */
  readonly prediction: Vector;
  readonly loss: Vector;
  /** d loss / d prediction. */
  readonly byPrediction: Vector;
  /** Of two weights, else empty: d prediction / d w1 and / d w2; times `byPrediction` it is the example's gradient. */
  readonly byW1: Vector;
  readonly byW2: Vector;
  /** The batch on its way through every layer and back. */
  readonly network: BatchInspection | null;
}

/** 1 for each example that a network decides wrongly, of those trained on and of those held out (null where none are). */
export interface Decisions {
  readonly wrong: Uint8Array;
  readonly wrongTest: Uint8Array | null;
}

/** The step about to be taken from step `step`, with every number that leads to its update. */
export interface StepDetail extends BatchParts {
  /** Steps taken to get here; 0 at the start. */
  readonly step: number;
  readonly epoch: number;
  /** The whole order of this epoch; the batch is `order[offset .. offset + size)`. */
  readonly order: Int32Array;
  readonly offset: number;
  readonly batch: Int32Array;
  readonly weights: Vector;
  /** Means over the update's micro-batches, each of which weighs alike. */
  readonly batchLoss: number;
  readonly gradient: Vector;
  /** In the order in which they are gone through; a single one where gradients are not accumulated. */
  readonly microBatches: readonly MicroBatch[];
  readonly sum: SummedGradient;
  readonly fullLoss: number;
  readonly fullGradient: Vector;
  /** Mean loss of the examples held out as a test; null where none are. */
  readonly testLoss: number | null;
  /** Null where the data have no classes, or no network decides. */
  readonly decisions: Decisions | null;
  /** Batch and full loss after the update. */
  readonly nextBatchLoss: number;
  readonly nextFullLoss: number;
  /** Effective learning rate, after the schedule. */
  readonly learningRate: number;
  readonly update: Vector;
  /** The optimizer's arguments in force, schedule applied, all fields. */
  readonly optimizerValues: FieldValues;
  /** The optimizer's state before and after this step, laid out as `Optimizer` says. */
  readonly state: Vector;
  readonly nextState: Vector;
  /** The largest eigenvalue of the Hessian of the full loss here, where it was asked for; of two weights only. */
  readonly largestEigenvalue: number | null;
  /** The layer, counted from 0, where this step runs into numbers that are not finite; null where it does not. */
  readonly overflow: number | null;
  readonly seen: SeenStep;
  /** Whether nothing has moved for an epoch or more, which need not last. */
  readonly isResting: boolean;
}
