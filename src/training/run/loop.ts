// The training loop itself: where a run stands, and one mini-batch update after the other.
// weights[t+1] = weights[t] + update[t], where update[t] = optimizer(mean gradient of batch t).

import { batchesOf, epochOrder, isDrawnAnew, isEpochOver, updateSize } from '../batches.ts';
import type { Examples } from '../examples.ts';
import type { LayerPlace } from '../network/layout.ts';
import { FullBatch } from '../objective/fullBatch.ts';
import type { Objective } from '../objective/objective.ts';
import { initialState, stateLength } from '../optimizer.ts';
import { optimizers } from '../optimizers/index.ts';
import type { Vector } from '../vector.ts';
import { GradientSum } from './gradientSum.ts';
import { distance, quietLength, quietLengthOf, Rest, restLength, restNumbers, stepsTried, stretchOf } from './rest.ts';
import type { Rule } from './rule.ts';
import type { RunConfig, StepLayout } from './run.ts';
import type { Setup } from './setup.ts';
import { areFarOut, farOut, takeUpdate } from './takeUpdate.ts';

/** Numbers of a snapshot before the weights and the optimizer's state: step, epoch, offset, what is known of its rest. */
const snapshotHead = 3 + restNumbers;

export class Loop {
  step = 0;
  readonly weights: Vector;
  /** The gradient of the prepared step, and what becomes of it. */
  readonly sum: GradientSum;
  /** Its mean over the batch, before it is clipped or joins an older sum. */
  readonly gradient: Vector;
  readonly update: Vector;
  /** Effective learning rate of the prepared step. */
  learningRate = 0;
  /** Epoch of the prepared step's batch, order[offset, offset + size). */
  epoch = 0;
  offset = 0;
  size = 0;
  /** How many examples of which epoch the steps taken have used. */
  usedEpoch = 0;
  used = 0;
  /** The order of epoch `orderEpoch`. */
  readonly order: Int32Array;
  orderEpoch = -1;
  state: Float64Array;
  nextState: Float64Array;
  /** Whether a weight is beyond `farOut`. */
  isFarOut = false;
  readonly rest = new Rest();

  /** Layers of weights, none where they do not stand in layers. */
  readonly layers: readonly LayerPlace[];
  readonly layout: StepLayout;
  readonly config: RunConfig;
  readonly objective: Objective;
  readonly examples: Examples;
  /** In force for the next step. */
  rule!: Rule;
  private readonly setup: Setup;
  private readonly start: Vector;
  /** Made when a run first seems to have converged. */
  private full: FullBatch | null = null;

  constructor(setup: Setup) {
    const { config, examples, start } = setup;
    const objective: Objective = setup.objective;
    const { dimension, layers } = objective;
    this.setup = setup;
    this.config = config;
    this.start = start;
    this.layers = layers ?? [];
    this.layout = { dimension, layers: this.layers.length };
    this.sum = new GradientSum(objective, examples);
    this.gradient = this.sum.gradient;
    this.objective = objective;
    this.examples = examples;
    this.weights = new Float64Array(dimension);
    this.update = new Float64Array(dimension);
    this.order = new Int32Array(examples.count);
    this.state = new Float64Array(stateLength(optimizers[config.optimizer], dimension));
    this.nextState = this.state.slice();
  }

  /** Begins at step 0 with `rule`. */
  begin(rule: Rule): void {
    this.step = 0;
    this.usedEpoch = 0;
    this.used = 0;
    this.rest.reset();
    this.sum.restore(rule);
    this.weights.set(this.start);
    this.isFarOut = areFarOut(this.weights);
    this.state.set(initialState(rule.optimizer, this.weights.length, rule.values, rule.rateAt(0, 0)));
    this.rule = rule;
  }

  /** From the next step on `rule` holds; under another one than before, whether the run rests is counted anew. */
  follow(rule: Rule): void {
    if (rule !== this.rule) this.rest.reset();
    this.rule = rule;
    this.sum.follow(rule);
  }

  get snapshotLength(): number {
    return snapshotHead + 2 * this.weights.length + this.state.length;
  }

  /** Everything that later steps depend on, as numbers. */
  snapshot(): Float64Array {
    const { weights, state } = this;
    const snapshot = new Float64Array(this.snapshotLength);
    snapshot[0] = this.step;
    snapshot[1] = this.usedEpoch;
    snapshot[2] = this.used;
    snapshot.set(this.rest.numbers, 3);
    snapshot.set(weights, snapshotHead);
    snapshot.set(this.sum.carried, snapshotHead + weights.length);
    snapshot.set(state, snapshotHead + 2 * weights.length);
    return snapshot;
  }

  /** Goes to where a snapshot was taken, under the rule that was in force there. */
  restore(snapshot: Float64Array, rule: Rule): void {
    this.rule = rule;
    this.step = snapshot[0];
    this.usedEpoch = snapshot[1];
    this.used = snapshot[2];
    this.rest.restore(snapshot, 3);
    const carriedFrom = snapshotHead + this.weights.length;
    const stateFrom = carriedFrom + this.weights.length;
    this.weights.set(snapshot.subarray(snapshotHead, carriedFrom));
    this.sum.restore(rule, snapshot.subarray(carriedFrom, stateFrom));
    this.isFarOut = areFarOut(this.weights);
    this.state.set(snapshot.subarray(stateFrom));
  }

  /** Computes the next step up to its update; the weights stay where they are. Without the loss where nobody reads it. */
  prepare(isLossRead = true): void {
    this.chooseBatch();
    this.sum.isLossRead = isLossRead;
    this.sum.measure(this.weights, this.rule, this.order, this.offset, this.size);
    this.applyRule();
  }

  /** Takes the prepared step. Returns false, and stays, when the next weights would not be finite. */
  commit(): boolean {
    const { weights, update } = this;
    // Mostly the first entry of the update alone is longer than quiet ones are.
    const slope = Math.abs(update[0]) <= quietLength ? this.slopeWhereQuiet() : null;
    const size = takeUpdate(weights, update);
    if (!(size < Number.POSITIVE_INFINITY)) return false;
    this.isFarOut = size > farOut;
    this.sum.settle(this.rule);
    const kept = this.state;
    this.state = this.nextState;
    this.nextState = kept;
    this.step++;
    this.usedEpoch = this.epoch;
    this.used = this.offset + this.size;
    if (slope !== null) this.countQuiet(slope);
    else if (this.rest.steps > 0) this.rest.reset();
    return true;
  }

  /** Mean loss of the prepared step's batch. */
  get batchLoss(): number {
    return this.sum.batchLoss;
  }

  /** The length to which the sum of the prepared step's gradients is clipped, or null. */
  get clipNorm(): number | null {
    return this.rule.clipNorm;
  }

  /** Micro-batches of the prepared step, as [from, to) of its batch. */
  get microBatches(): readonly (readonly [from: number, to: number])[] {
    const { batchSize } = this.rule.hyperparameters;
    const count = Math.ceil(this.size / batchSize);
    return Array.from({ length: count }, (_, index) => [
      index * batchSize,
      Math.min(this.size, (index + 1) * batchSize),
    ]);
  }

  /** The optimizer's arguments in force, the schedule's momentum included. */
  get values(): Rule['values'] {
    return this.rule.values;
  }

  get isConverged(): boolean {
    return this.rest.isLasting;
  }

  /** Whether nothing moves at present: the last epoch was quiet, and so is the gradient of all examples. */
  get isResting(): boolean {
    return this.rest.steps >= this.stepsPerEpoch && this.isFullGradientQuiet();
  }

  private get stepsPerEpoch(): number {
    const { accumulate, hyperparameters } = this.rule;
    return Math.ceil(batchesOf(this.examples.count, hyperparameters.batchSize, this.config.dropLast) / accumulate);
  }

  /** Where weight decay joins the gradient, the minimum is where the two cancel. */
  private isFullGradientQuiet(): boolean {
    this.full ??= new FullBatch(this.objective, this.examples);
    const { fullGradient } = this.full.measureAt(this.weights);
    return quietLengthOf(fullGradient, this.weights, this.rule.coupledDecay) !== null;
  }

  private chooseBatch(): void {
    const { rule, config, examples } = this;
    const { batchSize } = rule.hyperparameters;
    const isOver = isEpochOver(examples.count - this.used, batchSize, config.dropLast);
    this.epoch = isOver ? this.usedEpoch + 1 : this.usedEpoch;
    this.offset = isOver ? 0 : this.used;
    if (this.epoch !== this.orderEpoch) this.shuffle(this.epoch);
    this.size = updateSize(examples.count - this.offset, batchSize, rule.accumulate, config.dropLast);
  }

  shuffle(epoch: number): void {
    const { seed, sampling } = this.config;
    if (this.orderEpoch < 0 || isDrawnAnew(sampling)) epochOrder(seed, sampling, epoch, this.order);
    this.orderEpoch = epoch;
  }

  private applyRule(): void {
    const { rule, weights, sum, state, nextState, update } = this;
    this.learningRate = rule.rateAt(this.step, this.epoch);
    rule.optimizer.update(weights, sum.applied, state, this.learningRate, rule.values, nextState, update);
  }

  /** The length of the gradient where it is quiet, else null. */
  private slopeWhereQuiet(): number | null {
    return quietLengthOf(this.sum.applied, this.weights, this.rule.coupledDecay);
  }

  /** Counts the step just taken, whose gradient was quiet and so long. */
  private countQuiet(slope: number): void {
    const { rest } = this;
    const length = quietLengthOf(this.update);
    if (length === null) {
      rest.reset();
      return;
    }
    const stretch = stretchOf(this.stepsPerEpoch);
    rest.count(slope, length, this.learningRate, stretch);
    if (rest.isDue(stretch)) rest.isLasting = this.willLast();
  }

  private willLast(): boolean {
    const { rule, rest, state, step, usedEpoch } = this;
    // A sum of gradients that is never cleared forgets nothing, as a momentum of 1 does.
    const canQuicken = rule.forgetsZeroGrad || (rule.optimizer.canQuicken?.(state, rule.values) ?? false);
    if (!rest.willLast(rule.ratesAhead(step, usedEpoch), canQuicken) || !this.isFullGradientQuiet()) return false;
    return !this.areBatchesDrawn || this.staysWhenTried();
  }

  /** Whether chance decides which batches are to come. */
  private get areBatchesDrawn(): boolean {
    const { sampling } = this.config;
    const isWhole = this.rule.hyperparameters.batchSize === this.examples.count && sampling !== 'replacement';
    return !isWhole && isDrawnAnew(sampling);
  }

  /** Batches yet to be drawn can undo what all those before them did, so they are tried. */
  private staysWhenTried(): boolean {
    const { weights } = this;
    const scout = new Loop(this.setup);
    scout.restore(this.snapshot(), this.rule);
    for (let taken = 0; taken < stepsTried; taken++) {
      scout.prepare();
      if (!scout.commit()) return false;
      scout.rest.reset();
      if (!(distance(scout.weights, weights) <= restLength)) return false;
    }
    return true;
  }
}
