// All examples as one batch: the full loss and the full gradient, the mean over every example.

import { type Examples, inOrder } from '../examples.ts';
import type { Vector } from '../vector.ts';
import type { Objective } from './objective.ts';

export class FullBatch {
  private readonly objective: Objective;
  private readonly examples: Examples;
  private readonly order: Int32Array;

  constructor(objective: Objective, examples: Examples) {
    this.objective = objective;
    this.examples = examples;
    this.order = inOrder(examples.count);
  }

  lossAt(weights: Vector): number {
    return this.objective.meanLoss(weights, this.examples);
  }

  /** The loss, and its gradient by every weight. */
  measureAt(weights: Vector): { readonly fullLoss: number; readonly fullGradient: Vector } {
    const { objective, examples, order } = this;
    const fullGradient = new Float64Array(objective.dimension);
    const fullLoss = objective.sum(weights, examples, order, 0, examples.count, fullGradient) / examples.count;
    for (let i = 0; i < fullGradient.length; i++) fullGradient[i] /= examples.count;
    return { fullLoss, fullGradient };
  }
}
