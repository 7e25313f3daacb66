// Lays one prepared step open: every example's part in it, the full gradient beside the mini-batch's, and the curvature.

import { allocateExamples, type Examples, gatherExamples } from '../examples.ts';
import { hessian, largestEigenvalue } from '../objective/curvature.ts';
import { FullBatch } from '../objective/fullBatch.ts';
import type { BatchParts, PairObjective } from '../objective/pairObjective.ts';
import { directionOf, pointOf, type View } from '../plane.ts';
import { lengthOf, type Vector } from '../vector.ts';
import type { Loop } from './loop.ts';
import type { SeenStep, StepDetail } from './run.ts';
import type { Setup } from './setup.ts';

export class StepInspector {
  private readonly objective: PairObjective;
  private readonly examples: Examples;
  private readonly full: FullBatch;

  constructor({ objective, examples }: Setup) {
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
  inspect(loop: Loop, view: View): StepDetail {
    const { objective, examples, full } = this;
    const { batchPosition: position, size, order } = loop;
    const { model, loss } = objective.pair;
    const end = position.offset + size;
    const batch = order.slice(position.offset, end);
    const [weights, gradient, update] = [loop.weights, loop.gradient, loop.update].map((vector) => vector.slice());
    const next = weights.map((weight, i) => weight + update[i]);
    const parts = objective.layOpen(weights, examples, order, position.offset, end);
    const { fullLoss, fullGradient } = full.measureAt(weights);
    const curvature = hessian(model, loss, examples, [weights[0], weights[1]]);
    return {
      step: loop.step,
      epoch: position.epoch,
      order: order.slice(),
      offset: position.offset,
      batch,
      weights,
      ...parts,
      batchLoss: loop.batchLoss,
      gradient,
      fullLoss,
      fullGradient,
      nextBatchLoss: objective.meanLoss(next, this.gather(batch)),
      nextFullLoss: full.lossAt(next),
      learningRate: loop.learningRate,
      update,
      optimizerValues: { ...loop.values },
      state: loop.state.slice(),
      nextState: loop.nextState.slice(),
      hessian: curvature,
      largestEigenvalue: largestEigenvalue(curvature),
      isResting: loop.isResting,
      seen: { ...seenIn(view, weights, gradient, fullGradient, update), ...slopesOf(parts) },
    };
  }
}

function seenIn(
  view: View,
  weights: Vector,
  gradient: Vector,
  fullGradient: Vector,
  update: Vector,
): Omit<SeenStep, 'alongX' | 'alongY'> {
  const { point, distance } = pointOf(view, weights);
  return {
    weights: point,
    gradient: directionOf(view, gradient),
    fullGradient: directionOf(view, fullGradient),
    update: directionOf(view, update),
    distance,
    outside: shareOutside(view, update),
  };
}

/** The share of a vector's length that its plane does not show. */
function shareOutside(view: View, vector: Vector): number {
  if (view === null) return 0;
  const [x, y] = directionOf(view, vector);
  const outside = vector.map((value, i) => value - x * view.across[i] - y * view.up[i]);
  const length = lengthOf(vector);
  return length > 0 ? Math.min(1, lengthOf(outside) / length) : 0;
}

const slopesOf = ({ byPrediction, byW1, byW2 }: BatchParts): Pick<SeenStep, 'alongX' | 'alongY'> => ({
  alongX: byPrediction.map((outer, row) => outer * byW1[row]),
  alongY: byPrediction.map((outer, row) => outer * byW2[row]),
});
