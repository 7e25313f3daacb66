import { describe, expect, it } from 'vitest';
import { withDefaults } from '../field.ts';
import { type LossId, losses } from '../losses/index.ts';
import { type ModelId, models } from '../models/index.ts';
import { present } from '../present.ts';
import type { PairProblem } from '../problem.ts';
import { pairProblems } from '../problems/index.ts';
import { Random } from '../random.ts';
import { fusedGradient, fusedStep } from './fused.ts';
import { Workspace } from './workspace.ts';

/** Every pair of model and loss that some choice of some problem uses, with that problem's examples. */
const pairs = Object.entries<PairProblem>(pairProblems).flatMap(([id, problem]) => {
  const losses = problem.fields.find((field) => field.name === 'loss');
  const choices = losses?.kind === 'choice' ? losses.choices.map(({ value }) => value) : [null];
  return choices.map((loss) => {
    const settings = withDefaults(problem.fields, loss === null ? {} : { loss });
    return [id, problem.model(settings), problem.loss(settings), problem, settings] as const;
  });
});

describe('fusedStep', () => {
  it.each(pairs)('of %s (%s, %s) equals the five phases to the last bit', (_id, modelId, lossId, problem, settings) => {
    const count = 40;
    const random = new Random(7);
    const examples = problem.generate(count, 0.4, settings, random);
    const order = Int32Array.from({ length: count }, (_, i) => i);
    random.shuffle(order);
    const [model, loss] = [models[modelId], losses[lossId]];
    const workspace = new Workspace(model, loss, count);
    const step = present(fusedStep({ model, loss }));
    const gradientAlone = fusedGradient({ model, loss });
    const [gradient, again] = [new Float64Array(2), new Float64Array(2)];
    for (let trial = 0; trial < 50; trial++) {
      const [w1, w2] = [random.uniform(-4, 4), random.uniform(-4, 4)];
      const from = random.below(count);
      const size = 1 + random.below(count - from);
      workspace.sample(examples, order, from, size);
      workspace.forward(w1, w2);
      workspace.measure();
      workspace.backward(w1, w2);
      const weights = Float64Array.of(w1, w2);
      const sum = step(weights, examples, order, from, from + size, gradient);
      expect([sum, ...gradient].map((part) => part / size)).toEqual([workspace.batchLoss, ...workspace.gradient]);
      gradientAlone?.(weights, examples, order, from, from + size, again);
      if (gradientAlone !== null) expect(again).toEqual(gradient);
    }
  });

  it('equals them at kinks and with weights that overflow', () => {
    const cases: [ModelId, LossId, number, number][] = [
      ['line', 'mae', 0, 0],
      ['line', 'huber', 0, 1],
      ['plane', 'hinge', 0, 0],
      ['relu-neuron', 'mse', 0, 0],
      ['decay', 'mse', 1, -1e4],
      ['line', 'bce', 1e5, 0],
    ];
    for (const [modelId, lossId, w1, w2] of cases) {
      const examples = pairProblems.outlier.generate(10, 0, { loss: 'mse' }, new Random(1));
      examples.y.fill(0);
      const order = Int32Array.from({ length: 10 }, (_, i) => i);
      const workspace = new Workspace(models[modelId], losses[lossId], 10);
      workspace.sample(examples, order, 0, 10);
      workspace.forward(w1, w2);
      workspace.measure();
      workspace.backward(w1, w2);
      const gradient = new Float64Array(2);
      const step = present(fusedStep({ model: models[modelId], loss: losses[lossId] }));
      const sum = step(Float64Array.of(w1, w2), examples, order, 0, 10, gradient);
      expect([sum, ...gradient].map((part) => part / 10)).toEqual([workspace.batchLoss, ...workspace.gradient]);
    }
  });

  it('has none for a pair that no problem uses', () => {
    expect(fusedStep({ model: models.sine, loss: losses.hinge })).toBeNull();
  });
});
