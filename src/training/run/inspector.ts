// Lays one prepared step open: every example's part in it, the full gradient beside the mini-batch's, and the curvature.

import { allocateExamples, type Examples, gatherExamples } from '../examples.ts';
import { hessian, largestEigenvalue } from '../objective/curvature.ts';
import { FullBatch } from '../objective/fullBatch.ts';
import type { PairObjective } from '../objective/pairObjective.ts';
import type { Vector, Weights } from '../vector.ts';
import type { Loop } from './loop.ts';
import type { StepDetail } from './run.ts';

export class StepInspector {
  private readonly objective: PairObjective;
  private readonly examples: Examples;
  private readonly full: FullBatch;

  constructor(objective: PairObjective, examples: Examples) {
    this.objective = objective;
    this.examples = examples;
    this.full = new FullBatch(objective, examples);
  }

  /** The examples with these indices, as a batch of their own. */
  gather(indices: Int32Array): Examples {
    const batch = allocateExamples(indices.length);
    gatherExamples(this.examples, indices, 0, indices.length, batch);
    return batch;
  }

  /** Needs `loop.prepare()` before; copies what it returns. */
  inspect(loop: Loop): StepDetail {
    const { objective, examples, full } = this;
    const { batchPosition: position, size, order } = loop;
    const { model, loss } = objective.pair;
    const end = position.offset + size;
    const batch = order.slice(position.offset, end);
    const next = loop.weights.map((weight, i) => weight + loop.update[i]);
    const { fullLoss, fullGradient } = full.measureAt(loop.weights);
    const weights = pair(loop.weights);
    const curvature = hessian(model, loss, examples, weights);
    return {
      step: loop.step,
      epoch: position.epoch,
      order: order.slice(),
      offset: position.offset,
      batch,
      weights,
      ...objective.layOpen(loop.weights, examples, order, position.offset, end),
      batchLoss: loop.batchLoss,
      gradient: pair(loop.gradient),
      fullLoss,
      fullGradient: pair(fullGradient),
      nextBatchLoss: objective.meanLoss(next, this.gather(batch)),
      nextFullLoss: full.lossAt(next),
      learningRate: loop.learningRate,
      update: pair(loop.update),
      optimizerValues: { ...loop.values },
      state: loop.state.slice(),
      nextState: loop.nextState.slice(),
      hessian: curvature,
      largestEigenvalue: largestEigenvalue(curvature),
      isResting: loop.isResting,
    };
  }
}

const pair = (values: Vector): Weights => [values[0], values[1]];
