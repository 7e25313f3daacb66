// The reason for a divergence is that of its numbers, and a rate is offered only when a run with it holds.

import { describe, expect, it } from 'vitest';
import { type FieldValues, withDefaults } from '../field.ts';
import { type OptimizerId, optimizers } from '../optimizers/index.ts';
import type { Problem } from '../problem.ts';
import { type ProblemId, pairProblems, problems } from '../problems/index.ts';
import type { Hyperparameters, RunConfig } from '../run/run.ts';
import { Trainer } from '../run/trainer.ts';
import { type DivergenceReport, type DivergenceRequest, divergenceTask, reasonOf } from './divergence.ts';

interface Change extends Partial<Hyperparameters> {
  readonly config?: Partial<RunConfig>;
}

function configured(problem: ProblemId, optimizer: OptimizerId, change: Change): DivergenceRequest | null {
  const { defaults, start, fields }: Problem = problems[problem];
  const { config: configChange, ...rest } = change;
  const settings: FieldValues = configChange?.settings ?? {};
  const config: RunConfig = {
    ...{ problem, settings, examples: defaults.examples, noise: defaults.noise, seed: 7 },
    ...{ start: start(withDefaults(fields, settings)), optimizer, sampling: 'reshuffle', dropLast: false },
    ...configChange,
  };
  const hyperparameters: Hyperparameters = {
    ...{ learningRate: defaults.learningRate, batchSize: config.examples, optimizer: {} },
    ...{ schedule: { kind: 'constant', unit: 'step', warmup: 0, values: {} } },
    ...rest,
  };
  const trainer = new Trainer();
  trainer.start(config);
  const limits = { steps: 3000, milliseconds: Number.POSITIVE_INFINITY, stepLimit: 1e9, beyondConvergence: true };
  const { end, detail } = trainer.advance({ ...limits, hyperparameters });
  return end === 'diverged' ? { config, hyperparameters, end: detail, rate: detail.learningRate } : null;
}

function reportOn(request: DivergenceRequest): DivergenceReport {
  const task = divergenceTask(request);
  return task.conclude(Array.from({ length: task.count }, (_, part) => task.compute(part)));
}

function report(problem: ProblemId, optimizer: OptimizerId, change: Change): DivergenceReport {
  const request = configured(problem, optimizer, change);
  if (request === null) throw new Error('This run does not diverge.');
  return reportOn(request);
}

describe('why a run diverged', () => {
  it.each<ProblemId>(['line-fit', 'tug-of-war', 'rotated-valley'])('is its rate above the limit on %s', (problem) => {
    expect(report(problem, 'sgd', { learningRate: 3 }).reason.kind).toBe('aboveLimit');
  });

  it('is the limit of its mini-batches where that of the full batch is kept', () => {
    const { reason, rate } = report('line-fit', 'sgd', { learningRate: 0.37, batchSize: 1 });
    expect(reason).toMatchObject({ kind: 'aboveDrawLimit' });
    expect(rate).toBeLessThan(0.25);
    const fixed = report('line-fit', 'sgd', { learningRate: 0.37, batchSize: 1, config: { sampling: 'fixed' } });
    expect(fixed.reason).toMatchObject({ kind: 'aboveBatchLimit' });
  });

  it('is no limit where steps are clipped or gradients never cleared', () => {
    const request = configured('line-fit', 'sgd', { learningRate: 3 });
    if (request === null) throw new Error('This run does not diverge.');
    for (const change of [{ clipNorm: 1 }, { forgetZeroGrad: true }]) {
      const hyperparameters = { ...request.hyperparameters, ...change };
      expect(reasonOf({ ...request, hyperparameters }).kind).toBe('tooFast');
    }
  });

  it('is judged by the rate of the step, not by the base rate', () => {
    const schedule = { kind: 'constant', unit: 'step', warmup: 0, values: { factor: 0.5, totalIters: 5000 } } as const;
    const { reason, rate } = report('tug-of-war', 'sgd', { learningRate: 3, schedule });
    // The limit is 1: half of it is the rate of the step, and twice that the base rate.
    expect(reason).toMatchObject({ kind: 'aboveLimit' });
    expect(rate).toBeCloseTo(1, 2);
  });

  it('is no limit where the curvature changes with the weights', () => {
    const request = configured('outlier', 'sgd', { learningRate: 30 });
    expect(request && reasonOf(request).kind).toBe('aboveLimit');
    for (const loss of ['mae', 'huber']) {
      const config = request && { ...request.config, settings: { loss } };
      expect(request && config && reasonOf({ ...request, config }).kind).toBe('tooFast');
    }
  });

  it.each<[OptimizerId, FieldValues]>([
    ['adamw', { weightDecay: 3 }],
    ['lion', { weightDecay: 3 }],
    ['adam', { weightDecay: 3, decoupledWeightDecay: true }],
    ['radam', { weightDecay: 3, decoupledWeightDecay: true }],
  ])('is the decay alone, where it is decoupled and its product with the rate above 2: %s', (optimizer, values) => {
    const { reason, rate } = report('line-fit', optimizer, { learningRate: 0.8, optimizer: values });
    expect(reason).toMatchObject({ kind: 'decay' });
    expect(rate).toBeLessThan(2 / 3);
  });

  it('is that it was told to climb, against which no rate helps', () => {
    expect(report('line-fit', 'sgd', { optimizer: { maximize: true } })).toMatchObject({
      ...{ reason: { kind: 'climbing' }, rate: null, steps: 0 },
    });
    const held = { maximize: true, weightDecay: 0.5 };
    expect(report('line-fit', 'sgd', { optimizer: held }).reason.kind).toBe('climbingAgainstDecay');
  });

  it('is the rate where decay makes a top, or the loss has one', () => {
    const held = { maximize: true, weightDecay: 10 };
    const { reason, rate } = report('line-fit', 'sgd', { learningRate: 0.5, optimizer: held });
    expect(reason.kind).toBe('tooFast');
    expect(rate).toBeLessThan(0.5);
    const bounded = { learningRate: 1000, optimizer: { momentum: 0.99, maximize: true } };
    expect(report('sine-fit', 'momentum', bounded).reason.kind).toBe('tooFast');
  });

  it('is 0 divided by 0 where the gradient and epsilon are zero', () => {
    const dead = { optimizer: { eps: 0 }, config: { start: [-5, -50] } } as const;
    expect(report('relu-neuron', 'adam', dead)).toMatchObject({ reason: { kind: 'zeroByZero' }, rate: null });
  });

  it.each([1e-5, 1e-6, 0.1, 1000])('is overflow at the start, and no rate is offered: %d', (learningRate) => {
    const change = { learningRate, config: { start: [1, -1000] } } as const;
    const expected = { reason: { kind: 'overflowAtStart' }, rate: null, steps: 0 };
    expect(report('decay-fit', 'sgd', change)).toMatchObject(expected);
  });

  it('is that no minimum holds it, where next to no loss is left', () => {
    const change = {
      ...{ learningRate: 1000, optimizer: { momentum: 1 } },
      config: { settings: { margin: 4 }, noise: 0.1 },
    };
    expect(report('logistic-regression', 'sgd', change)).toMatchObject({ reason: { kind: 'lowFarOut' }, rate: null });
  });

  it('is never the learning rate with Rprop', () => {
    const change = { learningRate: 1000, optimizer: { stepMin: 1000, stepMax: 1000, etaPlus: 2 } };
    const request = configured('decay-fit', 'rprop', change);
    if (request !== null) expect(['stepSizes', 'overflow', 'lowFarOut']).toContain(reportOn(request).reason.kind);
  });
});

describe('a rate is offered', () => {
  const cases = (Object.keys(optimizers) as OptimizerId[]).flatMap((optimizer) =>
    [1, 8].map((size) => [optimizer, size] as const),
  );

  it.each(cases)('only when a run with it holds: %s, batches of %d', (optimizer, size) => {
    for (const [problem, { defaults }] of Object.entries(pairProblems) as [ProblemId, Problem][]) {
      const batchSize = Math.min(size, defaults.examples);
      for (const learningRate of [1, 30, 1000]) {
        const request = configured(problem, optimizer, { learningRate, batchSize });
        if (request === null) continue;
        const { rate, reason } = reportOn(request);
        const name = `${problem} at ${learningRate}, ${reason.kind}, offered ${rate}`;
        if (rate === null) continue;
        expect(rate, name).toBeLessThan(learningRate);
        expect(configured(problem, optimizer, { learningRate: rate, batchSize }), name).toBeNull();
      }
    }
  });

  it('below the limit of its mini-batches, though that of the full batch is higher', () => {
    const { reason, rate } = report('line-fit', 'momentum', { learningRate: 1, batchSize: 1 });
    expect(reason.kind).toBe('aboveLimit');
    expect(rate).toBeLessThan(0.36);
  });

  it('smaller than the one that diverged, at the smallest rates as well', () => {
    const request = configured('line-fit', 'sgd', { learningRate: 3 });
    const tiny = request && { ...request, hyperparameters: { ...request.hyperparameters, learningRate: 1.5e-6 } };
    expect(tiny && reportOn(tiny).rate).toBeNull();
  });
});
