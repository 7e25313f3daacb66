// Runs that see the same mini-batches at the same steps and differ in their start or in their rule. Each takes exactly
// the steps the trainer would take, to the last bit, and nobody asks for the losses on the way.

import type { Examples } from '../examples.ts';
import type { Objective } from '../objective/objective.ts';
import { initialState } from '../optimizer.ts';
import type { BatchSequence } from '../run/batchSequence.ts';
import { GradientSum } from '../run/gradientSum.ts';
import type { Rule } from '../run/rule.ts';
import { areFarOut, farOut, takeUpdate } from '../run/takeUpdate.ts';
import type { Vector } from '../vector.ts';

/** One run of a cohort. */
export class Member {
  readonly weights: Vector;
  readonly update: Vector;
  readonly rule: Rule;
  state: Float64Array;
  nextState: Float64Array;
  /** Weights beyond any use, or none finite to go on to; the run has stopped. */
  hasDiverged = false;
  /** Set it to leave this run where it is. */
  isDone = false;

  constructor(rule: Rule, start: ArrayLike<number>) {
    this.rule = rule;
    this.weights = Float64Array.from(start);
    this.update = new Float64Array(start.length);
    this.state = initialState(rule.optimizer, start.length, rule.values, rule.rateAt(0, 0));
    this.nextState = this.state.slice();
    this.hasDiverged = areFarOut(this.weights);
  }

  /** One update by this gradient. */
  move(gradient: Float64Array, learningRate: number): void {
    const { weights, update, rule } = this;
    rule.optimizer.update(weights, gradient, this.state, learningRate, rule.values, this.nextState, update);
    const size = takeUpdate(weights, update);
    this.hasDiverged = !(size <= farOut);
    if (!(size < Number.POSITIVE_INFINITY)) return;
    const kept = this.state;
    this.state = this.nextState;
    this.nextState = kept;
  }
}

export class Cohort {
  readonly members: readonly Member[];
  step = 0;
  private readonly sequence: BatchSequence;
  /** Of each member; one and the same for all whose gradients are those of a single batch. */
  private readonly sums: readonly GradientSum[];

  constructor(objective: Objective, examples: Examples, sequence: BatchSequence, members: readonly Member[]) {
    const sumWithoutLoss = (): GradientSum => {
      const sum = new GradientSum(objective, examples);
      sum.isLossRead = false;
      return sum;
    };
    const shared = sumWithoutLoss();
    const sumOf = (rule: Rule): GradientSum => {
      const sum = sumWithoutLoss();
      sum.restore(rule);
      return sum;
    };
    this.sequence = sequence;
    this.members = members;
    this.sums = members.map(({ rule }) => (rule.isPlain ? shared : sumOf(rule)));
  }

  /** One step of every run that is neither done nor diverged. */
  advance(): void {
    const { sequence, members, sums, step } = this;
    sequence.advance();
    const { order, offset, size, epoch } = sequence;
    for (let index = 0; index < members.length; index++) {
      const member = members[index];
      if (member.isDone || member.hasDiverged) continue;
      const sum = sums[index];
      sum.measure(member.weights, member.rule, order, offset, size);
      member.move(sum.applied, member.rule.rateAt(step, epoch));
      sum.settle(member.rule);
    }
    this.step++;
  }
}
