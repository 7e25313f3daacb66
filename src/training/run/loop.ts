// The training loop itself: where a run stands, and one mini-batch update after the other.
// weights[t+1] = weights[t] + update[t], where update[t] = optimizer(mean gradient of batch t).

import { type BatchPosition, batchesOf, epochOrder, settlePosition } from '../batches.ts';
import type { Examples } from '../examples.ts';
import type { LayerPlace } from '../network/layout.ts';
import { FullBatch } from '../objective/fullBatch.ts';
import type { Objective } from '../objective/objective.ts';
import { initialState, stateLength } from '../optimizer.ts';
import { optimizers } from '../optimizers/index.ts';
import type { Vector } from '../vector.ts';
import { quietLength, Rest, restLength, restNumbers, stepsTried, stretchOf } from './rest.ts';
import type { Rule } from './rule.ts';
import type { RunConfig, StepLayout } from './run.ts';
import type { Setup } from './setup.ts';

/** Weights beyond this size count as diverged: no problem here has a minimum anywhere near. */
export const farOut = 1e6;

const quietSquare = quietLength * quietLength;

/** Numbers of a snapshot before the weights and the optimizer's state: step, epoch, offset, what is known of its rest. */
const snapshotHead = 3 + restNumbers;

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
  readonly rest = new Rest();

  /** Layers of weights, none where they do not stand in layers. */
  readonly layers: readonly LayerPlace[];
  readonly layout: StepLayout;
  private readonly setup: Setup;
  private readonly config: RunConfig;
  private readonly start: Vector;
  private readonly objective: Objective;
  private readonly examples: Examples;
  /** Made when a run first seems to have converged. */
  private full: FullBatch | null = null;
  /** For each layer the sums over units and examples of activation² and of delta². */
  private readonly squares: Vector | undefined;
  private orderEpoch = -1;
  private rule!: Rule;

  constructor(setup: Setup) {
    const { config, examples, start } = setup;
    const objective: Objective = setup.objective;
    const { dimension, layers } = objective;
    this.setup = setup;
    this.config = config;
    this.start = start;
    this.layers = layers ?? [];
    this.layout = { dimension, layers: this.layers.length };
    this.squares = layers === undefined ? undefined : new Float64Array(2 * layers.length);
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
    this.rest.reset();
    this.weights.set(this.start);
    this.isFarOut = areFarOut(this.weights);
    this.state.set(initialState(rule.optimizer, this.weights.length, rule.values, rule.rateAt(0, 0)));
    this.rule = rule;
  }

  /** From the next step on `rule` holds; under another one than before, whether the run rests is counted anew. */
  follow(rule: Rule): void {
    if (rule !== this.rule) this.rest.reset();
    this.rule = rule;
  }

  get snapshotLength(): number {
    return snapshotHead + this.weights.length + this.state.length;
  }

  /** Everything that later steps depend on, as numbers. */
  snapshot(): Float64Array {
    const { epoch, offset } = this.position;
    const { weights, state } = this;
    const snapshot = new Float64Array(this.snapshotLength);
    snapshot[0] = this.step;
    snapshot[1] = epoch;
    snapshot[2] = offset;
    snapshot.set(this.rest.numbers, 3);
    snapshot.set(weights, snapshotHead);
    snapshot.set(state, snapshotHead + weights.length);
    return snapshot;
  }

  /** Goes to where a snapshot was taken, under the rule that was in force there. */
  restore(snapshot: Float64Array, rule: Rule): void {
    this.rule = rule;
    this.step = snapshot[0];
    this.position = { epoch: snapshot[1], offset: snapshot[2] };
    this.rest.restore(snapshot, 3);
    const stateFrom = snapshotHead + this.weights.length;
    this.weights.set(snapshot.subarray(snapshotHead, stateFrom));
    this.isFarOut = areFarOut(this.weights);
    this.state.set(snapshot.subarray(stateFrom));
  }

  /** Computes the next step up to its update; the weights stay where they are. */
  prepare(): void {
    this.chooseBatch();
    const { weights, gradient, size, examples, order, squares } = this;
    const from = this.batchPosition.offset;
    this.batchLoss = this.objective.sum(weights, examples, order, from, from + size, gradient, squares) / size;
    for (let i = 0; i < gradient.length; i++) gradient[i] /= size;
    this.applyRule();
  }

  /** Takes the prepared step. Returns false, and stays, when the next weights would not be finite. */
  commit(): boolean {
    const { weights, update } = this;
    const slope = quietLengthOf(this.gradient, weights, this.rule.coupledDecay);
    const length = slope === null ? null : quietLengthOf(update);
    const size = takeUpdate(weights, update);
    if (!(size < Number.POSITIVE_INFINITY)) return false;
    this.isFarOut = size > farOut;
    const kept = this.state;
    this.state = this.nextState;
    this.nextState = kept;
    this.step++;
    this.position = { epoch: this.batchPosition.epoch, offset: this.batchPosition.offset + this.size };
    this.countRest(slope, length);
    return true;
  }

  /** Root mean square over the units of a layer and the batch of their activations, and of d loss / d z. */
  activationSize(layer: number): number {
    return this.sizeOf(layer, 0);
  }

  deltaSize(layer: number): number {
    return this.sizeOf(layer, 1);
  }

  private sizeOf(layer: number, which: 0 | 1): number {
    const sum = this.squares === undefined ? 0 : this.squares[2 * layer + which];
    return Math.sqrt(sum / (this.layers[layer].units * this.size));
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
    return batchesOf(this.examples.count, this.rule.hyperparameters.batchSize, this.config.dropLast);
  }

  /** Where weight decay joins the gradient, the minimum is where the two cancel. */
  private isFullGradientQuiet(): boolean {
    this.full ??= new FullBatch(this.objective, this.examples);
    const { fullGradient } = this.full.measureAt(this.weights);
    return quietLengthOf(fullGradient, this.weights, this.rule.coupledDecay) !== null;
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

  /** Counts the step just taken, whose gradient and update were so long, null for longer than quiet ones are. */
  private countRest(slope: number | null, length: number | null): void {
    const { rest } = this;
    if (slope === null || length === null) {
      if (rest.steps > 0) rest.reset();
      return;
    }
    const stretch = stretchOf(this.stepsPerEpoch);
    rest.count(slope, length, this.learningRate, stretch);
    if (rest.isDue(stretch)) rest.isLasting = this.willLast();
  }

  private willLast(): boolean {
    const { rule, rest, state, step, position } = this;
    const canQuicken = rule.optimizer.canQuicken?.(state, rule.values) ?? false;
    if (!rest.willLast(rule.ratesAhead(step, position.epoch), canQuicken) || !this.isFullGradientQuiet()) return false;
    return !this.areBatchesDrawn || this.staysWhenTried();
  }

  /** Whether chance decides which batches are to come. */
  private get areBatchesDrawn(): boolean {
    const { sampling } = this.config;
    const isWhole = this.rule.hyperparameters.batchSize === this.examples.count && sampling !== 'replacement';
    return !isWhole && (sampling === 'reshuffle' || sampling === 'replacement');
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

/**
 * Length of a vector, with `decay` times the weights added, where it is at most `quietLength`; else null. It is 0 for a
 * vector of zeros only: where the squares vanish, the largest entry stands for the length.
 */
function quietLengthOf(vector: Vector, weights: Vector = vector, decay = 0): number | null {
  let squares = 0;
  let largest = 0;
  // Mostly the first part alone is too long.
  for (let i = 0; i < vector.length; i++) {
    const entry = Math.abs(decay === 0 ? vector[i] : vector[i] + decay * weights[i]);
    squares += entry * entry;
    if (!(squares <= quietSquare)) return null;
    if (entry > largest) largest = entry;
  }
  return Math.sqrt(squares) || largest;
}

function distance(from: Vector, to: Vector): number {
  let squares = 0;
  for (let i = 0; i < from.length; i++) squares += (to[i] - from[i]) * (to[i] - from[i]);
  return Math.sqrt(squares);
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
