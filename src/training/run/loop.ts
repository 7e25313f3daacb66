// The training loop itself: where a run stands, and one mini-batch update after the other.
// weights[t+1] = weights[t] + update[t], where update[t] = optimizer(mean gradient of batch t).

import { type BatchPosition, epochOrder, settlePosition } from '../batches.ts';
import type { Examples } from '../examples.ts';
import { FullBatch } from '../objective/fullBatch.ts';
import type { Objective } from '../objective/objective.ts';
import { initialState, stateLength } from '../optimizer.ts';
import { optimizers } from '../optimizers/index.ts';
import type { Vector } from '../vector.ts';
import type { Rule } from './rule.ts';
import type { RunConfig } from './run.ts';

/** Weights beyond this size count as diverged: no problem here has a minimum anywhere near. */
export const farOut = 1e6;

/**
 * A run has converged when every gradient (decay included) and update of one whole epoch was at most this long, and so
 * is the gradient of all examples, some of which an epoch may have left out.
 */
export const quietLength = 1e-6;
const quietSquare = quietLength * quietLength;

/** Numbers of a snapshot before the weights and the optimizer's state: step, epoch, offset, quiet examples. */
const snapshotHead = 4;

export class Loop {
  step = 0;
  readonly weights: Vector;
  /** Mean gradient and mean loss of the prepared step's batch. */
  readonly gradient: Vector;
  batchLoss = 0;
  readonly update: Vector;
  /** Effective learning rate of the prepared step. */
  learningRate = 0;
  /** How much of which epoch the steps taken have used. */
  position: BatchPosition = { epoch: 0, offset: 0 };
  /** Where the prepared step's batch begins, and its size. */
  batchPosition: BatchPosition = this.position;
  size = 0;
  readonly order: Int32Array;
  state: Float64Array;
  nextState: Float64Array;
  /** Whether a weight is beyond `farOut`. */
  isFarOut = false;
  /** Examples of this epoch seen since the last gradient or update that was not tiny. */
  quiet = 0;

  private readonly config: RunConfig;
  private readonly objective: Objective;
  private readonly examples: Examples;
  /** Made when a run first seems to have converged. */
  private full: FullBatch | null = null;
  private orderEpoch = -1;
  private rule!: Rule;

  constructor(config: RunConfig, objective: Objective, examples: Examples) {
    const { dimension } = objective;
    this.config = config;
    this.objective = objective;
    this.examples = examples;
    this.weights = new Float64Array(dimension);
    this.gradient = new Float64Array(dimension);
    this.update = new Float64Array(dimension);
    this.order = new Int32Array(examples.count);
    this.state = new Float64Array(stateLength(optimizers[config.optimizer], dimension));
    this.nextState = this.state.slice();
  }

  /** Begins at step 0 with `rule`. */
  begin(rule: Rule): void {
    this.step = 0;
    this.position = { epoch: 0, offset: 0 };
    this.quiet = 0;
    this.weights.set(this.config.start);
    this.isFarOut = areFarOut(this.weights);
    this.state.set(initialState(rule.optimizer, this.weights.length, rule.values, rule.rateAt(0, 0)));
    this.rule = rule;
  }

  /** From the next step on `rule` holds, and whether the run has converged under it is counted anew. */
  follow(rule: Rule): void {
    this.rule = rule;
    this.quiet = 0;
  }

  /** Everything that later steps depend on, as numbers. */
  snapshot(): Float64Array {
    const { epoch, offset } = this.position;
    const { weights, state } = this;
    const snapshot = new Float64Array(snapshotHead + weights.length + state.length);
    snapshot[0] = this.step;
    snapshot[1] = epoch;
    snapshot[2] = offset;
    snapshot[3] = this.quiet;
    snapshot.set(weights, snapshotHead);
    snapshot.set(state, snapshotHead + weights.length);
    return snapshot;
  }

  /** Goes to where a snapshot was taken, under the rule that was in force there. */
  restore(snapshot: Float64Array, rule: Rule): void {
    this.rule = rule;
    this.step = snapshot[0];
    this.position = { epoch: snapshot[1], offset: snapshot[2] };
    this.quiet = snapshot[3];
    const stateFrom = snapshotHead + this.weights.length;
    this.weights.set(snapshot.subarray(snapshotHead, stateFrom));
    this.isFarOut = areFarOut(this.weights);
    this.state.set(snapshot.subarray(stateFrom));
  }

  /** Computes the next step up to its update; the weights stay where they are. */
  prepare(): void {
    this.chooseBatch();
    const { weights, gradient, size } = this;
    const from = this.batchPosition.offset;
    this.batchLoss = this.objective.sum(weights, this.examples, this.order, from, from + size, gradient) / size;
    for (let i = 0; i < gradient.length; i++) gradient[i] /= size;
    this.applyRule();
  }

  /** Takes the prepared step. Returns false, and stays, when the next weights would not be finite. */
  commit(): boolean {
    const { weights, update } = this;
    const quiet = this.countQuiet();
    const size = takeUpdate(weights, update);
    if (!(size < Number.POSITIVE_INFINITY)) return false;
    this.isFarOut = size > farOut;
    this.quiet = quiet;
    const kept = this.state;
    this.state = this.nextState;
    this.nextState = kept;
    this.step++;
    this.position = { epoch: this.batchPosition.epoch, offset: this.batchPosition.offset + this.size };
    return true;
  }

  /** The optimizer's arguments in force, the schedule's momentum included. */
  get values(): Rule['values'] {
    return this.rule.values;
  }

  get isConverged(): boolean {
    const { position, quiet } = this;
    return quiet > 0 && quiet === position.offset && this.isAtEndOfEpoch && this.isFullGradientQuiet();
  }

  private get isAtEndOfEpoch(): boolean {
    const { rule, config, position, examples } = this;
    const { batchSize } = rule.hyperparameters;
    return settlePosition(position, examples.count, batchSize, config.dropLast) !== position;
  }

  private isFullGradientQuiet(): boolean {
    this.full ??= new FullBatch(this.objective, this.examples);
    return this.isGradientQuiet(this.full.measureAt(this.weights).fullGradient);
  }

  /** Where weight decay joins the gradient, the minimum is where the two cancel. */
  private isGradientQuiet(gradient: Vector): boolean {
    const { weights } = this;
    const { coupledDecay } = this.rule;
    let squares = 0;
    // Mostly the first part alone is too long.
    for (let i = 0; i < gradient.length && squares <= quietSquare; i++) {
      const slope = gradient[i] + coupledDecay * weights[i];
      squares += slope * slope;
    }
    return squares <= quietSquare;
  }

  private chooseBatch(): void {
    const { rule, config } = this;
    const { batchSize } = rule.hyperparameters;
    const count = this.examples.count;
    const position = settlePosition(this.position, count, batchSize, config.dropLast);
    this.batchPosition = position;
    if (position.epoch !== this.orderEpoch) {
      epochOrder(config.seed, config.sampling, position.epoch, this.order);
      this.orderEpoch = position.epoch;
    }
    this.size = Math.min(batchSize, count - position.offset);
  }

  private applyRule(): void {
    const { rule, weights, gradient, state, nextState, update } = this;
    this.learningRate = rule.rateAt(this.step, this.batchPosition.epoch);
    rule.optimizer.update(weights, gradient, state, this.learningRate, rule.values, nextState, update);
  }

  private countQuiet(): number {
    const before = this.batchPosition.offset === 0 ? 0 : this.quiet;
    const isAllQuiet = this.isGradientQuiet(this.gradient) && isQuiet(this.update);
    return isAllQuiet ? before + this.size : 0;
  }
}

/** Whether a vector is at most `quietLength` long. */
function isQuiet(vector: Vector): boolean {
  let squares = 0;
  for (let i = 0; i < vector.length; i++) squares += vector[i] * vector[i];
  return squares <= quietSquare;
}

/** Adds the update to the weights and returns the size of the largest; where one would not be finite, changes none. */
export function takeUpdate(weights: Vector, update: Vector): number {
  let largest = 0;
  for (let i = 0; i < weights.length; i++) {
    const size = Math.abs(weights[i] + update[i]);
    if (!(size < Number.POSITIVE_INFINITY)) return size;
    if (size > largest) largest = size;
  }
  for (let i = 0; i < weights.length; i++) weights[i] += update[i];
  return largest;
}

export const areFarOut = (weights: Vector): boolean => weights.some((weight) => Math.abs(weight) > farOut);
