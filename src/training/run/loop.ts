// The training loop itself: where a run stands, and one mini-batch update after the other.
// weights[t+1] = weights[t] + update[t], where update[t] = optimizer(mean gradient of batch t).

import { type BatchPosition, epochOrder, settlePosition } from '../batches.ts';
import type { Examples } from '../examples.ts';
import type { Loss } from '../loss.ts';
import type { Model } from '../model.ts';
import { FullBatch } from '../objective/fullBatch.ts';
import { type FusedStep, fusedStep } from '../objective/fused.ts';
import { Workspace } from '../objective/workspace.ts';
import { initialState, stateLength } from '../optimizer.ts';
import { optimizers } from '../optimizers/index.ts';
import type { Rule } from './rule.ts';
import type { RunConfig } from './run.ts';

/** Weights beyond this size count as diverged: no problem here has a minimum anywhere near. */
export const farOut = 1e6;

/**
 * A run has converged when every gradient (decay included) and update of one whole epoch was at most this long, and so
 * is the gradient of all examples, some of which an epoch may have left out.
 */
export const quietLength = 1e-6;

/** Numbers of a snapshot before the optimizer's state: step, epoch, offset, quiet examples, w1, w2. */
const snapshotHead = 6;

export class Loop {
  step = 0;
  readonly weights = new Float64Array(2);
  readonly update = new Float64Array(2);
  /** Effective learning rate of the prepared step. */
  learningRate = 0;
  /** How much of which epoch the steps taken have used. */
  position: BatchPosition = { epoch: 0, offset: 0 };
  /** Where the prepared step's batch begins, and its size. */
  batchPosition: BatchPosition = this.position;
  size = 0;
  readonly workspace: Workspace;
  readonly order: Int32Array;
  state: Float64Array;
  nextState: Float64Array;
  /** Examples of this epoch seen since the last gradient or update that was not tiny. */
  quiet = 0;

  private readonly config: RunConfig;
  private readonly model: Model;
  private readonly loss: Loss;
  private readonly examples: Examples;
  /** Made when a run first seems to have converged. */
  private full: FullBatch | null = null;
  private readonly fused: FusedStep | null;
  private readonly sums = new Float64Array(3);
  private orderEpoch = -1;
  private rule!: Rule;

  constructor(config: RunConfig, model: Model, loss: Loss, examples: Examples) {
    this.config = config;
    this.model = model;
    this.loss = loss;
    this.examples = examples;
    this.workspace = new Workspace(model, loss, examples.count);
    this.fused = fusedStep(model, loss);
    this.order = new Int32Array(examples.count);
    this.state = new Float64Array(stateLength(optimizers[config.optimizer], this.weights.length));
    this.nextState = this.state.slice();
  }

  /** Begins at step 0 with `rule`. */
  begin(rule: Rule): void {
    this.step = 0;
    this.position = { epoch: 0, offset: 0 };
    this.quiet = 0;
    this.weights.set(this.config.start);
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
    return Float64Array.of(this.step, epoch, offset, this.quiet, this.weights[0], this.weights[1], ...this.state);
  }

  /** Goes to where a snapshot was taken, under the rule that was in force there. */
  restore(snapshot: Float64Array, rule: Rule): void {
    this.rule = rule;
    this.step = snapshot[0];
    this.position = { epoch: snapshot[1], offset: snapshot[2] };
    this.quiet = snapshot[3];
    this.weights.set(snapshot.subarray(4, snapshotHead));
    this.state.set(snapshot.subarray(snapshotHead));
  }

  /** Computes the next step up to its update, as fast as it goes; the weights stay where they are. */
  prepare(): void {
    if (this.fused === null) {
      this.layOpen();
      return;
    }
    this.chooseBatch();
    const { workspace, weights, sums, size } = this;
    const from = this.batchPosition.offset;
    this.fused(weights[0], weights[1], this.examples, this.order, from, from + size, sums);
    workspace.batchLoss = sums[0] / size;
    workspace.gradient[0] = sums[1] / size;
    workspace.gradient[1] = sums[2] / size;
    this.applyRule();
  }

  /** The same in its five phases, so that the workspace holds every example's part. The same numbers to the bit. */
  layOpen(): void {
    this.chooseBatch();
    const { workspace, weights } = this;
    workspace.sample(this.examples, this.order, this.batchPosition.offset, this.size);
    workspace.forward(weights[0], weights[1]);
    workspace.measure();
    workspace.backward(weights[0], weights[1]);
    this.applyRule();
  }

  /** Takes the prepared step. Returns false, and stays, when the next weights would not be finite. */
  commit(): boolean {
    const { weights, update } = this;
    const next1 = weights[0] + update[0];
    const next2 = weights[1] + update[1];
    if (!Number.isFinite(next1) || !Number.isFinite(next2)) return false;
    this.countQuiet();
    weights[0] = next1;
    weights[1] = next2;
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

  get isFarOut(): boolean {
    return Math.abs(this.weights[0]) > farOut || Math.abs(this.weights[1]) > farOut;
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
    this.full ??= new FullBatch(this.model, this.loss, this.examples);
    const [w1, w2] = [this.weights[0], this.weights[1]];
    const { fullGradient } = this.full.measureAt([w1, w2]);
    return this.isGradientQuiet(fullGradient[0], fullGradient[1], w1, w2);
  }

  /** Where weight decay joins the gradient, the minimum is where the two cancel. */
  private isGradientQuiet(g1: number, g2: number, w1: number, w2: number): boolean {
    const { coupledDecay } = this.rule;
    return isQuiet(g1 + coupledDecay * w1, g2 + coupledDecay * w2);
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
    const { rule, weights, workspace, state, nextState, update } = this;
    this.learningRate = rule.rateAt(this.step, this.batchPosition.epoch);
    rule.optimizer.update(weights, workspace.gradient, state, this.learningRate, rule.values, nextState, update);
  }

  private countQuiet(): void {
    const { weights, update } = this;
    const { gradient } = this.workspace;
    const before = this.batchPosition.offset === 0 ? 0 : this.quiet;
    const isAllQuiet =
      this.isGradientQuiet(gradient[0], gradient[1], weights[0], weights[1]) && isQuiet(update[0], update[1]);
    this.quiet = isAllQuiet ? before + this.size : 0;
  }
}

/** Whether a vector is at most `quietLength` long. */
const isQuiet = (x: number, y: number): boolean => x * x + y * y <= quietLength * quietLength;
