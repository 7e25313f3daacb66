// A pair as an objective says the same, to the bit, whether it runs through a fused loop or through the phases.

import { describe, expect, it } from 'vitest';
import { inOrder } from '../examples.ts';
import { withDefaults } from '../field.ts';
import { losses } from '../losses/index.ts';
import { models } from '../models/index.ts';
import type { PairProblem } from '../problem.ts';
import { type PairProblemId, pairProblems } from '../problems/index.ts';
import { Random } from '../random.ts';
import { hessian } from './curvature.ts';
import { FullBatch } from './fullBatch.ts';
import { fusedStep } from './fused.ts';
import { pairObjective } from './pairObjective.ts';
import { Workspace } from './workspace.ts';

function setUp(id: PairProblemId) {
  const problem: PairProblem = pairProblems[id];
  const settings = withDefaults(problem.fields, {});
  const pair = { model: models[problem.model(settings)], loss: losses[problem.loss(settings)] };
  const examples = problem.generate(30, 0.3, settings, new Random(4));
  return { pair, examples, objective: pairObjective(pair) };
}

const weights = Float64Array.of(0.7, -0.4);

describe.each(Object.keys(pairProblems) as PairProblemId[])('the objective of %s', (id) => {
  const { pair, examples, objective } = setUp(id);
  const order = inOrder(30);
  new Random(9).shuffle(order);

  it('sums what its parts say of each example', () => {
    const parts = objective.layOpen(weights, examples, order, 5, 22);
    const gradient = Float64Array.of(7, 7);
    const loss = objective.sum(weights, examples, order, 5, 22, gradient);
    let [sum, sum1, sum2] = [0, 0, 0];
    parts.loss.forEach((part, i) => {
      sum += part;
      sum1 += parts.byPrediction[i] * parts.byW1[i];
      sum2 += parts.byPrediction[i] * parts.byW2[i];
    });
    expect(parts.loss).toHaveLength(17);
    expect([loss, ...gradient]).toEqual([sum, sum1, sum2]);
  });

  it('is the mean over all examples, one way or the other', () => {
    const full = new FullBatch(objective, examples);
    const { fullLoss, fullGradient } = full.measureAt(weights);
    const workspace = new Workspace(pair.model, pair.loss, 30);
    workspace.sample(examples, inOrder(30), 0, 30);
    expect(fullLoss).toBe(workspace.lossAt(...([0.7, -0.4] as const)));
    workspace.backward(0.7, -0.4);
    expect([...fullGradient]).toEqual([...workspace.gradient]);
    expect([full.lossAt(weights), objective.meanLoss(weights, examples)]).toEqual([fullLoss, fullLoss]);
  });

  it('slopes along the directions of a plane', () => {
    const plane = { origin: new Float64Array(2), across: Float64Array.of(0.6, 0.8), up: Float64Array.of(-0.8, 0.6) };
    const [alongX, alongY] = [new Float64Array(30), new Float64Array(30)];
    objective.slopes(weights, plane, examples, alongX, alongY);
    const { byPrediction, byW1, byW2 } = objective.layOpen(weights, examples, inOrder(30), 0, 30);
    for (const [i, outer] of byPrediction.entries()) {
      expect(alongX[i]).toBeCloseTo(outer * byW1[i] * 0.6 + outer * byW2[i] * 0.8, 12);
      expect(alongY[i]).toBeCloseTo(outer * byW1[i] * -0.8 + outer * byW2[i] * 0.6, 12);
    }
  });

  it('knows the Hessian of a batch times a vector', () => {
    const into = new Float64Array(2);
    objective.hessianTimes(weights, Float64Array.of(2, -3), examples, inOrder(30), 0, 30, into);
    const [a, b, c] = hessian(pair.model, pair.loss, examples, [0.7, -0.4]);
    expect([...into]).toEqual([2 * a - 3 * b, 2 * b - 3 * c]);
  });
});

describe('a pair without a fused loop', () => {
  it('goes through the phases, for batches of any size', () => {
    const pair = { model: models.sine, loss: losses.huber };
    expect(fusedStep(pair)).toBeNull();
    const { examples } = setUp('sine-fit');
    const objective = pairObjective(pair);
    for (const to of [3, 30, 1]) {
      const workspace = new Workspace(pair.model, pair.loss, 30);
      workspace.sample(examples, inOrder(30), 0, to);
      workspace.lossAt(0.7, -0.4);
      workspace.backward(0.7, -0.4);
      const gradient = new Float64Array(2);
      const loss = objective.sum(weights, examples, inOrder(30), 0, to, gradient);
      expect([loss, ...gradient].map((sum) => sum / to)).toEqual([workspace.batchLoss, ...workspace.gradient]);
    }
  });
});
