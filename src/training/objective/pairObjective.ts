// A model of two weights and its loss as an objective. Its sums run through the fused loop of the pair where there is one,
// else through the five phases; both give the same bits.

import { meanLoss, sumGradients, sumLosses } from '../batches.ts';
import { allocateExamples, type Examples, gatherExamples, inOrder } from '../examples.ts';
import type { Plane } from '../plane.ts';
import type { Vector } from '../vector.ts';
import { hessian } from './curvature.ts';
import { fusedGradient, fusedStep } from './fused.ts';
import { sampleMeanLoss } from './lossSurface.ts';
import type { Objective } from './objective.ts';
import type { Pair } from './pair.ts';
import { Workspace } from './workspace.ts';

/** Every example's part in a batch, in its order. */
export type BatchParts = Readonly<Pick<Workspace, 'prediction' | 'loss' | 'byPrediction' | 'byW1' | 'byW2'>>;

export const pairObjective = (pair: Pair): PairObjective => new PairObjective(pair);

export class PairObjective implements Objective {
  readonly dimension = 2;
  readonly sum: Objective['sum'];
  readonly sumGradients?: Objective['sum'];
  readonly pair: Pair;
  /** As large as the largest batch that went through the phases. */
  private workspace: Workspace;

  constructor(pair: Pair) {
    this.pair = pair;
    this.workspace = new Workspace(pair.model, pair.loss, 0);
    this.sum = fusedStep(pair) ?? this.sumByPhases.bind(this);
    const gradients = fusedGradient(pair);
    if (gradients !== null) this.sumGradients = gradients;
  }

  meanLoss(weights: Vector, examples: Examples): number {
    const { model, loss } = this.pair;
    const workspace = this.workspaceFor(examples.count);
    model.predict(weights[0], weights[1], examples, workspace.prediction);
    loss.value(workspace.prediction, examples.y, examples.count, workspace.loss);
    return meanLoss(workspace.loss, examples.count);
  }

  /** The mean loss at each of many weights, two numbers each. */
  meanLosses(weights: Vector, examples: Examples): Float64Array {
    return sampleMeanLoss(this.pair.model, this.pair.loss, examples, weights);
  }

  predict(weights: Vector, examples: Examples, prediction: Vector, kept?: Vector): void {
    this.pair.model.predict(weights[0], weights[1], examples, prediction, kept);
  }

  /** The five phases of the batch order[from, to) one after the other, with what each leaves of every example. */
  layOpen(weights: Vector, examples: Examples, order: Int32Array, from: number, to: number): BatchParts {
    const { prediction, loss, byPrediction, byW1, byW2 } = this.runPhases(weights, examples, order, from, to);
    const part = (column: Vector): Vector => column.slice(0, to - from);
    return {
      prediction: part(prediction),
      loss: part(loss),
      byPrediction: part(byPrediction),
      byW1: part(byW1),
      byW2: part(byW2),
    };
  }

  slopes(weights: Vector, { across, up }: Plane, examples: Examples, alongX: Vector, alongY: Vector): void {
    const { byPrediction, byW1, byW2 } = this.runPhases(weights, examples, inOrder(examples.count), 0, examples.count);
    for (let i = 0; i < examples.count; i++) {
      alongX[i] = byPrediction[i] * (byW1[i] * across[0] + byW2[i] * across[1]);
      alongY[i] = byPrediction[i] * (byW1[i] * up[0] + byW2[i] * up[1]);
    }
  }

  hessianTimes(
    weights: Vector,
    vector: Vector,
    examples: Examples,
    order: Int32Array,
    from: number,
    to: number,
    into: Vector,
  ): void {
    const { model, loss } = this.pair;
    const batch = allocateExamples(to - from);
    gatherExamples(examples, order, from, to - from, batch);
    const [a, b, c] = hessian(model, loss, batch, [weights[0], weights[1]]);
    const [v1, v2] = vector;
    into[0] = a * v1 + b * v2;
    into[1] = b * v1 + c * v2;
  }

  private sumByPhases(
    weights: Vector,
    examples: Examples,
    order: Int32Array,
    from: number,
    to: number,
    gradient: Vector,
  ): number {
    const { loss, byPrediction, byW1, byW2 } = this.runPhases(weights, examples, order, from, to);
    sumGradients(byPrediction, byW1, byW2, to - from, gradient);
    return sumLosses(loss, to - from);
  }

  private runPhases(weights: Vector, examples: Examples, order: Int32Array, from: number, to: number): Workspace {
    const workspace = this.workspaceFor(to - from);
    workspace.sample(examples, order, from, to - from);
    workspace.forward(weights[0], weights[1]);
    workspace.measure();
    workspace.backward(weights[0], weights[1]);
    return workspace;
  }

  private workspaceFor(count: number): Workspace {
    const { model, loss } = this.pair;
    if (count > this.workspace.prediction.length) this.workspace = new Workspace(model, loss, count);
    return this.workspace;
  }
}
