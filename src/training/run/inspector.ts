// Lays one prepared step open: every example's part in it, the full gradient beside the mini-batch's, and the curvature.

import { clipFactor } from '../clipNorm.ts';
import { type Examples, gathered } from '../examples.ts';
import { hessian, largestEigenvalue } from '../objective/curvature.ts';
import { FullBatch } from '../objective/fullBatch.ts';
import { PairObjective } from '../objective/pairObjective.ts';
import { present } from '../present.ts';
import { divide, lengthOf, type Vector } from '../vector.ts';
import { decisionsAt } from './decisions.ts';
import { networkViews } from './laterLayers.ts';
import type { Loop } from './loop.ts';
import type { NetworkSight, SeenParts } from './networkSight.ts';
import type { MicroBatch, StepDetail, SummedGradient } from './run.ts';
import { type AskedView, seenIn } from './seen.ts';
import type { Setup } from './setup.ts';

/** How much is said of a step. */
export interface DetailOptions {
  /** Leave out every example's part in the batch of a network, which may be megabytes. */
  readonly isBrief?: boolean;
  /** Say how the loss of all examples curves, of two weights only; so it is when absent. */
  readonly curvature?: boolean;
}

export class StepInspector {
  private readonly setup: Setup;
  private readonly full: FullBatch;
  /** Of a network; of a pair all is seen. */
  private readonly sight: NetworkSight | null;

  constructor(setup: Setup) {
    this.setup = setup;
    this.full = new FullBatch(setup.objective, setup.examples);
    this.sight = setup.objective instanceof PairObjective ? null : new networkViews[0].NetworkSight(setup.start);
  }

  /** Needs `loop.prepare()` before; copies what it returns. */
  inspect(loop: Loop, asked: AskedView, { isBrief = false, curvature = true }: DetailOptions): StepDetail {
    const { objective, examples, test } = this.setup;
    const { epoch, offset, size, order } = loop;
    const end = offset + size;
    const batch = order.slice(offset, end);
    const [weights, gradient, update] = [loop.weights, loop.gradient, loop.update].map((vector) => vector.slice());
    const next = weights.map((weight, i) => weight + update[i]);
    const { fullLoss, fullGradient } = this.full.measureAt(weights);
    const view = this.sight?.viewOf(asked, weights, gradient, fullGradient) ?? null;
    const isPair = objective instanceof PairObjective;
    const isLeftOut = isBrief && update.every(Number.isFinite);
    const { slopes, ...parts } = isPair
      ? pairParts(objective, weights, examples, order, offset, end)
      : present(this.sight).partsOf(isLeftOut ? null : objective.inspect(weights, examples, order, offset, end), view);
    return {
      step: loop.step,
      epoch,
      order: order.slice(),
      offset,
      batch,
      weights,
      ...parts,
      batchLoss: loop.batchLoss,
      gradient,
      microBatches: this.microBatchesOf(loop),
      sum: summedGradient(loop),
      fullLoss,
      fullGradient,
      testLoss: test === null ? null : objective.meanLoss(weights, test),
      decisions: decisionsAt(this.setup, weights),
      nextBatchLoss: this.batchLossAt(next, loop, batch),
      nextFullLoss: this.full.lossAt(next),
      learningRate: loop.learningRate,
      update,
      optimizerValues: { ...loop.values },
      state: loop.state.slice(),
      nextState: loop.nextState.slice(),
      largestEigenvalue: isPair && curvature ? curvatureAt(objective, weights, examples) : null,
      overflow: isPair || parts.network === null ? null : objective.overflowIn(parts.network, update),
      isResting: loop.isResting,
      seen: { ...seenIn(view, { weights, gradient, fullGradient, update }), ...slopes },
    };
  }

  private microBatchesOf(loop: Loop): readonly MicroBatch[] {
    const { microBatches, weights, order, offset, size: whole, batchLoss, gradient: mean } = loop;
    const { objective, examples } = this.setup;
    if (microBatches.length === 1) return [{ from: 0, to: whole, loss: batchLoss, gradient: mean.slice() }];
    return microBatches.map(([from, to]) => {
      const gradient = new Float64Array(weights.length);
      const size = to - from;
      const loss = objective.sum(weights, examples, order, offset + from, offset + to, gradient) / size;
      divide(gradient, size);
      return { from, to, loss, gradient };
    });
  }

  /** The mean loss of the batch as the loop takes it: the mean over its micro-batches. */
  private batchLossAt(weights: Vector, { microBatches }: Loop, batch: Int32Array): number {
    const { objective, examples } = this.setup;
    const losses = microBatches.map(([from, to]) =>
      objective.meanLoss(weights, gathered(examples, batch.subarray(from, to))),
    );
    return losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
  }
}

function summedGradient({ clipNorm, sum: { carried, gradient, applied } }: Loop): SummedGradient {
  const total = carried.map((value, i) => value + gradient[i]);
  const norm = lengthOf(total);
  const factor = clipNorm === null ? 1 : clipFactor(norm, clipNorm);
  return { before: carried.slice(), total, norm, factor, applied: applied.slice() };
}

function pairParts(
  objective: PairObjective,
  weights: Vector,
  examples: Examples,
  order: Int32Array,
  from: number,
  to: number,
): SeenParts {
  const parts = objective.layOpen(weights, examples, order, from, to);
  const { byPrediction, byW1, byW2 } = parts;
  const slopes = {
    alongX: byPrediction.map((outer, row) => outer * byW1[row]),
    alongY: byPrediction.map((outer, row) => outer * byW2[row]),
  };
  return { ...parts, network: null, slopes };
}

const curvatureAt = ({ pair: { model, loss } }: PairObjective, weights: Vector, examples: Examples): number =>
  largestEigenvalue(hessian(model, loss, examples, [weights[0], weights[1]]));
