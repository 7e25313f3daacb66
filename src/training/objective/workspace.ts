// The five phases of one step, each one call on a whole mini-batch: sample, forward, loss, backward, update.
// The columns are allocated once and used again by every step.

import { meanGradient, meanLoss } from '../batches.ts';
import { allocateExamples, type Examples, gatherExamples } from '../examples.ts';
import type { Loss } from '../loss.ts';
import type { Model } from '../model.ts';

export class Workspace {
  /** The examples of the batch, in its order. */
  readonly batch: Examples;
  readonly prediction: Float64Array;
  readonly loss: Float64Array;
  /** d loss / d prediction. */
  readonly byPrediction: Float64Array;
  /** d prediction / d w1 and / d w2. */
  readonly byW1: Float64Array;
  readonly byW2: Float64Array;
  /** Mean over the batch of each example's gradient. */
  readonly gradient = new Float64Array(2);
  /** Mean over the batch of each example's loss. */
  batchLoss = 0;

  /** What the forward pass keeps for the backward pass, of the model and of the loss. */
  private readonly keptByModel: Float64Array;
  private readonly keptByLoss: Float64Array;
  private readonly model: Model;
  private readonly lossFunction: Loss;

  /** @param capacity the largest batch, in examples */
  constructor(model: Model, lossFunction: Loss, capacity: number) {
    this.model = model;
    this.lossFunction = lossFunction;
    this.batch = allocateExamples(capacity);
    this.prediction = new Float64Array(capacity);
    this.loss = new Float64Array(capacity);
    this.byPrediction = new Float64Array(capacity);
    this.byW1 = new Float64Array(capacity);
    this.byW2 = new Float64Array(capacity);
    this.keptByModel = new Float64Array(capacity);
    this.keptByLoss = new Float64Array(capacity);
  }

  /** Takes the rows `order[offset .. offset + size)` of `examples` as the batch. */
  sample(examples: Examples, order: Int32Array, offset: number, size: number): void {
    gatherExamples(examples, order, offset, size, this.batch);
  }

  forward(w1: number, w2: number): void {
    this.model.predict(w1, w2, this.batch, this.prediction, this.keptByModel);
  }

  /** Per-example losses and their mean. Needs `forward`. */
  measure(): void {
    const { batch } = this;
    this.lossFunction.value(this.prediction, batch.y, batch.count, this.loss, this.keptByLoss);
    this.batchLoss = meanLoss(this.loss, batch.count);
  }

  /** Both at once: the mean loss of the batch at these weights. */
  lossAt(w1: number, w2: number): number {
    this.forward(w1, w2);
    this.measure();
    return this.batchLoss;
  }

  /** The chain rule for each example, and the mean gradient. Needs `forward` and `measure` at the same weights. */
  backward(w1: number, w2: number): void {
    const { batch } = this;
    this.lossFunction.derivative(this.prediction, batch.y, batch.count, this.byPrediction, this.keptByLoss);
    this.model.derivative(w1, w2, batch, this.byW1, this.byW2, this.keptByModel);
    meanGradient(this.byPrediction, this.byW1, this.byW2, batch.count, this.gradient);
  }
}
