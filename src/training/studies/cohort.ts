// Runs that see the same mini-batches at the same steps and differ in their start or in their rule. Each takes exactly
// the steps the trainer would take, to the last bit; only the gathering of the batch is done once for all.

import { meanGradient } from '../batches.ts';
import { allocateExamples, type Examples, gatherExamples } from '../examples.ts';
import { losses } from '../losses/index.ts';
import { type FusedStep, fusedStep } from '../objective/fused.ts';
import { initialState } from '../optimizer.ts';
import type { BatchSequence } from '../run/batchSequence.ts';
import type { Setting } from '../run/configuration.ts';
import { farOut } from '../run/loop.ts';
import type { Rule } from '../run/rule.ts';
import type { Weights } from '../vector.ts';

type ModelAndLoss = Pick<Setting, 'model' | 'loss'>;

/** The gradient of one batch at many weights: the trainer's, without losses where they are dear. */
class BatchGradient {
  readonly gradient = new Float64Array(2);
  private readonly setting: ModelAndLoss;
  private readonly examples: Examples;
  private readonly fused: FusedStep | null;
  private readonly sums = new Float64Array(3);
  /** The batch, gathered: without a fused step only. */
  private readonly batch: Examples;
  private readonly prediction: Float64Array;
  private readonly byPrediction: Float64Array;
  private readonly byW1: Float64Array;
  private readonly byW2: Float64Array;
  private readonly kept: Float64Array;

  constructor(setting: ModelAndLoss, examples: Examples, capacity: number) {
    // The logarithm of cross-entropy takes as long as all of its gradient, and nobody asks for it here.
    this.fused = setting.loss === losses.bce ? null : fusedStep(setting.model, setting.loss);
    const rows = this.fused === null ? capacity : 0;
    const column = () => new Float64Array(rows);
    this.setting = setting;
    this.examples = examples;
    this.batch = allocateExamples(rows);
    this.prediction = column();
    this.byPrediction = column();
    this.byW1 = column();
    this.byW2 = column();
    this.kept = column();
  }

  /** Takes the batch that `measure` is about until the next call. */
  sample({ order, offset, size }: BatchSequence): void {
    if (this.fused === null) gatherExamples(this.examples, order, offset, size, this.batch);
  }

  /** Writes `gradient`, the mean over the batch. */
  measure({ order, offset, size }: BatchSequence, w1: number, w2: number): void {
    const { batch, prediction, byPrediction, byW1, byW2, kept, gradient, sums } = this;
    if (this.fused !== null) {
      this.fused(w1, w2, this.examples, order, offset, offset + size, sums);
      gradient[0] = sums[1] / size;
      gradient[1] = sums[2] / size;
      return;
    }
    const { model, loss } = this.setting;
    model.predict(w1, w2, batch, prediction, kept);
    loss.derivative(prediction, batch.y, size, byPrediction);
    model.derivative(w1, w2, batch, byW1, byW2, kept);
    meanGradient(byPrediction, byW1, byW2, size, gradient);
  }
}

/** One run of a cohort. */
export class Member {
  readonly weights = new Float64Array(2);
  readonly update = new Float64Array(2);
  readonly rule: Rule;
  state: Float64Array;
  nextState: Float64Array;
  /** Weights beyond any use, or none finite to go on to; the run has stopped. */
  hasDiverged = false;
  /** Set it to leave this run where it is. */
  isDone = false;

  constructor(rule: Rule, start: Weights) {
    this.rule = rule;
    this.weights.set(start);
    this.state = initialState(rule.optimizer, start.length, rule.values, rule.rateAt(0, 0));
    this.nextState = this.state.slice();
    this.hasDiverged = isFar(start[0]) || isFar(start[1]);
  }

  /** One update by this gradient. */
  follow(gradient: Float64Array, learningRate: number): void {
    const { weights, update, rule } = this;
    rule.optimizer.update(weights, gradient, this.state, learningRate, rule.values, this.nextState, update);
    const next1 = weights[0] + update[0];
    const next2 = weights[1] + update[1];
    if (!Number.isFinite(next1) || !Number.isFinite(next2)) {
      this.hasDiverged = true;
      return;
    }
    weights[0] = next1;
    weights[1] = next2;
    const kept = this.state;
    this.state = this.nextState;
    this.nextState = kept;
    if (isFar(next1) || isFar(next2)) this.hasDiverged = true;
  }
}

const isFar = (weight: number): boolean => Math.abs(weight) > farOut;

export class Cohort {
  readonly members: readonly Member[];
  step = 0;
  private readonly sequence: BatchSequence;
  private readonly slope: BatchGradient;

  /** @param capacity the largest batch, in examples */
  constructor(
    setting: ModelAndLoss,
    examples: Examples,
    sequence: BatchSequence,
    capacity: number,
    members: readonly Member[],
  ) {
    this.sequence = sequence;
    this.slope = new BatchGradient(setting, examples, capacity);
    this.members = members;
  }

  /** One step of every run that is neither done nor diverged. */
  advance(): void {
    const { sequence, slope, step } = this;
    sequence.advance();
    slope.sample(sequence);
    for (const member of this.members) {
      if (member.isDone || member.hasDiverged) continue;
      slope.measure(sequence, member.weights[0], member.weights[1]);
      member.follow(slope.gradient, member.rule.rateAt(step, sequence.epoch));
    }
    this.step++;
  }
}
