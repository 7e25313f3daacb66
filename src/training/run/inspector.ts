// Lays one prepared step open: every example's part in it, the full gradient beside the mini-batch's, and the curvature.

import { allocateExamples, type Examples, gatherExamples } from '../examples.ts';
import type { Loss } from '../loss.ts';
import type { Model } from '../model.ts';
import { hessian, largestEigenvalue } from '../objective/curvature.ts';
import { FullBatch } from '../objective/fullBatch.ts';
import { add, type Weights } from '../vector.ts';
import type { Loop } from './loop.ts';
import type { StepDetail } from './run.ts';

export class StepInspector {
  private readonly model: Model;
  private readonly lossFunction: Loss;
  private readonly examples: Examples;
  private readonly full: FullBatch;

  constructor(model: Model, loss: Loss, examples: Examples) {
    this.model = model;
    this.lossFunction = loss;
    this.examples = examples;
    this.full = new FullBatch(model, loss, examples);
  }

  /** The examples with these indices, as a batch of their own. */
  gather(indices: Int32Array): Examples {
    const batch = allocateExamples(indices.length);
    gatherExamples(this.examples, indices, 0, indices.length, batch);
    return batch;
  }

  /** Needs `loop.layOpen()` before; copies what it returns. */
  inspect(loop: Loop): StepDetail {
    const { workspace, batchPosition: position, size, order } = loop;
    const weights = pair(loop.weights);
    const update = pair(loop.update);
    const batchLoss = workspace.batchLoss;
    const gradient = pair(workspace.gradient);
    const [prediction, loss, byPrediction, byW1, byW2] = (
      ['prediction', 'loss', 'byPrediction', 'byW1', 'byW2'] as const
    ).map((column) => workspace[column].slice(0, size)) as [
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    const next = add(weights, update);
    const curvature = hessian(this.model, this.lossFunction, this.examples, weights);
    return {
      step: loop.step,
      epoch: position.epoch,
      order: order.slice(),
      offset: position.offset,
      batch: order.slice(position.offset, position.offset + size),
      weights,
      prediction,
      loss,
      byPrediction,
      byW1,
      byW2,
      batchLoss,
      gradient,
      ...this.full.measureAt(weights),
      nextBatchLoss: workspace.lossAt(next[0], next[1]),
      nextFullLoss: this.full.lossAt(next),
      learningRate: loop.learningRate,
      update,
      optimizerValues: { ...loop.values },
      state: loop.state.slice(),
      nextState: loop.nextState.slice(),
      hessian: curvature,
      largestEigenvalue: largestEigenvalue(curvature),
    };
  }
}

const pair = (values: Float64Array): Weights => [values[0], values[1]];
