// The gradient of one update, from its micro-batches to what the optimizer is given:
//   gradient = mean over the k micro-batches of each one's mean gradient (PyTorch's loss / k, backward k times)
//   total = gradient, or with zero_grad forgotten: gradient + what the last update left in the sum
//   applied = total × min(1, clipNorm / (|total| + 1e-6)), in place, so that a forgotten sum is carried clipped

import { clipToNorm } from '../clipNorm.ts';
import type { Examples } from '../examples.ts';
import type { Objective } from '../objective/objective.ts';
import { clear, divide, type Vector } from '../vector.ts';
import type { Rule } from './rule.ts';

/** What it needs of an objective. */
type Summing = Pick<Objective, 'dimension' | 'layers' | 'sum' | 'sumGradients' | 'mean'>;

export class GradientSum {
  /** The mean gradient of the update's micro-batches, and their mean loss. */
  readonly gradient: Vector;
  batchLoss = 0;
  /** What the optimizer is given: `gradient` itself where it is neither clipped nor joins an older sum. */
  applied: Vector;
  /** The length of the sum before it was clipped; 0 where no clipping asks for it. */
  norm = 0;
  /** What the updates taken have left in the sum; all 0 unless zero_grad was forgotten. */
  readonly carried: Vector;
  /** For each layer the sums over units and examples of activation² and of delta²; none where there are no layers. */
  readonly squares: Vector;
  /** Whether the next update is that of a single batch, neither clipped nor joined to an older sum. */
  isPlain = true;
  /** Whether anybody reads the losses; where nobody does, they need not be computed. */
  isLossRead = true;
  private isCarrying = false;
  private readonly objective: Summing;
  private readonly examples: Examples;
  private readonly total: Vector;
  /** One micro-batch's own. */
  private readonly part: Vector;
  private readonly partSquares: Vector;

  constructor(objective: Summing, examples: Examples) {
    const { dimension, layers } = objective;
    this.objective = objective;
    this.examples = examples;
    this.gradient = new Float64Array(dimension);
    this.applied = this.gradient;
    this.carried = new Float64Array(dimension);
    this.total = new Float64Array(dimension);
    this.part = new Float64Array(dimension);
    this.squares = new Float64Array(2 * (layers?.length ?? 0));
    this.partSquares = this.squares.slice();
  }

  /** Begins a run under this rule, or goes on with what was carried in a snapshot. */
  restore(rule: Rule, carried?: Vector): void {
    if (carried === undefined) clear(this.carried);
    else this.carried.set(carried);
    this.isCarrying = this.carried.some((value) => value !== 0);
    this.follow(rule);
  }

  /** The rows order[from, from + size), in micro-batches of the rule's batch size. */
  measure(weights: Vector, rule: Rule, order: Int32Array, from: number, size: number): void {
    if (this.isPlain) this.measureBatch(weights, order, from, size);
    else this.measureAll(weights, rule, order, from, size);
  }

  /** From the next update on this rule holds. */
  follow(rule: Rule): void {
    this.isPlain = rule.isPlain && !this.isCarrying;
    if (this.isPlain) this.applied = this.gradient;
  }

  /** The update was taken under this rule: what of the sum is left for the next one. */
  settle(rule: Rule): void {
    if (!this.isPlain) this.carry(rule);
  }

  private carry(rule: Rule): void {
    this.isCarrying = rule.forgetsZeroGrad;
    if (this.isCarrying) this.carried.set(this.applied);
    else clear(this.carried);
    this.follow(rule);
  }

  /** The most frequent case, kept small so that the engine can compile it into the loop. */
  private measureBatch(weights: Vector, order: Int32Array, from: number, size: number): void {
    this.batchLoss = this.meanOf(weights, order, from, from + size, this.gradient, this.squares);
  }

  private measureAll(weights: Vector, rule: Rule, order: Int32Array, from: number, size: number): void {
    const { batchSize } = rule.hyperparameters;
    if (size <= batchSize) this.measureBatch(weights, order, from, size);
    else this.measureMicroBatches(weights, batchSize, order, from, from + size);
    this.applied = this.gradient;
    if (this.isCarrying || !rule.isSumPlain) this.addUp(rule);
  }

  private measureMicroBatches(weights: Vector, batchSize: number, order: Int32Array, from: number, to: number): void {
    const { gradient, part, squares, partSquares } = this;
    clear(gradient);
    clear(squares);
    let [loss, count] = [0, 0];
    for (let start = from; start < to; start += batchSize) {
      const size = Math.min(batchSize, to - start);
      loss += this.meanOf(weights, order, start, start + size, part, partSquares);
      for (let i = 0; i < gradient.length; i++) gradient[i] += part[i];
      for (let i = 0; i < squares.length; i++) squares[i] += partSquares[i];
      count++;
    }
    this.batchLoss = loss / count;
    divide(gradient, count);
  }

  /** Writes the mean gradient of the rows order[from, to) and returns their mean loss. */
  private meanOf(
    weights: Vector,
    order: Int32Array,
    from: number,
    to: number,
    gradient: Vector,
    squares: Vector,
  ): number {
    const { objective, examples } = this;
    if (objective.mean !== undefined) return objective.mean(weights, examples, order, from, to, gradient, squares);
    const loss =
      this.isLossRead || objective.sumGradients === undefined
        ? objective.sum(weights, examples, order, from, to, gradient, squares)
        : objective.sumGradients(weights, examples, order, from, to, gradient, squares);
    divide(gradient, to - from);
    return loss / (to - from);
  }

  private addUp({ clipNorm }: Rule): void {
    const { gradient, carried, total } = this;
    for (let i = 0; i < total.length; i++) total[i] = carried[i] + gradient[i];
    this.norm = clipNorm === null ? 0 : clipToNorm(total, clipNorm);
    this.applied = total;
  }
}
