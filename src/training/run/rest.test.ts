// What is said of a run that rests: that it has converged is true of the thousands of steps that follow.

import { expect, it } from 'vitest';
import { withDefaults } from '../field.ts';
import { type OptimizerId, optimizers } from '../optimizers/index.ts';
import type { Problem } from '../problem.ts';
import { type PairProblemId, pairProblems } from '../problems/index.ts';
import { stepColumn } from './log.ts';
import { restLength } from './rest.ts';
import type { Hyperparameters, RunConfig, RunEnd, StepDetail } from './run.ts';
import { Trainer } from './trainer.ts';

const problemIds = Object.keys(pairProblems) as PairProblemId[];

/** Rates that bring two weights to rest within some hundred steps. */
const rates: Readonly<Partial<Record<OptimizerId, number>>> = {
  adagrad: 0.5,
  rmsprop: 0.05,
  adam: 0.1,
  adadelta: 1,
  adamw: 0.1,
  adamax: 0.1,
  nadam: 0.1,
  radam: 0.1,
  rprop: 0.05,
  lion: 0.03,
};

interface Change {
  readonly config?: Partial<RunConfig>;
  readonly hyperparameters?: Partial<Hyperparameters>;
}

class Run {
  readonly trainer = new Trainer();
  readonly hyperparameters: Hyperparameters;
  detail: StepDetail | null = null;

  constructor(problem: PairProblemId, optimizer: OptimizerId, change: Change = {}) {
    const { defaults, start, fields }: Problem = pairProblems[problem];
    const settings = change.config?.settings ?? {};
    const config: RunConfig = {
      ...{ problem, settings, examples: defaults.examples, noise: defaults.noise, seed: 7 },
      ...{ start: start(withDefaults(fields, settings)), optimizer, sampling: 'reshuffle', dropLast: false },
      ...change.config,
    };
    const isVelocity = optimizer === 'momentum' || optimizer === 'nesterov';
    this.trainer.start(config);
    this.hyperparameters = {
      learningRate: rates[optimizer] ?? defaults.learningRate / (isVelocity ? 4 : 1),
      batchSize: config.examples,
      optimizer: {},
      schedule: { kind: 'constant', unit: 'step', warmup: 0, values: {} },
      ...change.hyperparameters,
    };
  }

  /** Takes up to `steps` steps, on beyond convergence if told to, and returns the end and how far the weights got. */
  go(steps: number, beyondConvergence = false): { readonly end: RunEnd | null; readonly moved: number } {
    const { hyperparameters } = this;
    const request = { steps, milliseconds: Number.POSITIVE_INFINITY, stepLimit: 1e9, hyperparameters };
    const reply = this.trainer.advance({ ...request, beyondConvergence });
    const [w1, w2] = [stepColumn(reply.steps, 'w1'), stepColumn(reply.steps, 'w2')];
    this.detail = reply.detail;
    return { end: reply.end, moved: Math.max(0, ...w1.map((w, i) => Math.hypot(w - w1[0], w2[i] - w2[0]))) };
  }
}

it.each(Object.keys(optimizers) as OptimizerId[])('converged with %s, no problem moves in 5,000 steps', (optimizer) => {
  for (const problem of problemIds) {
    const run = new Run(problem, optimizer);
    if (run.go(2000).end === 'converged') expect(run.go(5000, true).moved, problem).toBeLessThan(1e-3);
  }
});

it('plain descent does converge where a minimum is', () => {
  const converged = problemIds.filter((problem) => new Run(problem, 'sgd').go(8000).end === 'converged');
  expect(converged).toEqual(expect.arrayContaining(['tug-of-war', 'line-fit', 'two-layer-product', 'tanh-neuron']));
});

it.each<[OptimizerId, number]>([
  ['rmsprop', 159],
  ['nadam', 202],
  ['adam', 400],
])('%s only rests for now: what it divides by goes on shrinking', (optimizer, steps) => {
  const run = new Run('line-fit', optimizer);
  run.go(steps);
  expect(run.detail?.isResting).toBe(true);
  expect(run.go(20_000).end).toBeNull();
});

it('RMSprop is thrown out of the rest that one quiet epoch of one step made look final', () => {
  const run = new Run('line-fit', 'rmsprop');
  run.go(159);
  expect(run.go(5000, true).moved).toBeGreaterThan(0.1);
});

it.each<[string, PairProblemId, OptimizerId, Change]>([
  ['AMSGrad', 'line-fit', 'adam', { hyperparameters: { optimizer: { amsgrad: true } } }],
  ['epsilon far above the gradients', 'tug-of-war', 'adam', { hyperparameters: { optimizer: { eps: 1 } } }],
  [
    'rates that fade out',
    'tug-of-war',
    'adam',
    { hyperparameters: { schedule: { kind: 'polynomial', unit: 'step', warmup: 0, values: { totalIters: 2000 } } } },
  ],
  ['no gradient at all', 'relu-neuron', 'adam', { config: { start: [-1, -3] } }],
])('a rule with a divisor does converge with %s', (_name, problem, optimizer, change) => {
  const run = new Run(problem, optimizer, change);
  expect(run.go(12_000).end).toBe('converged');
  expect(run.go(12_000, true).moved).toBeLessThan(1e-3);
});

it('waits where the schedule has higher rates in store', () => {
  const values = { totalIters: 3000, startFactor: 0.01, endFactor: 1 };
  const schedule = { kind: 'linear', unit: 'step', warmup: 0, values } as const;
  const run = new Run('tug-of-war', 'sgd', { hyperparameters: { learningRate: 1.05, schedule } });
  run.go(1200);
  expect(run.detail?.isResting).toBe(true);
  expect(run.go(1500).end).toBeNull();
  expect(run.go(20_000, true).end).toBe('diverged');
});

it('tries the batches to come where chance decides them', () => {
  // Every example agrees on the minimum, but at this rate some batches throw the weights farther off than others bring
  // them back: the run comes to rest for a thousand steps and more, and leaves again.
  const run = new Run('line-fit', 'nesterov', {
    config: { examples: 30, noise: 0, seed: 18, sampling: 'replacement', dropLast: true },
    hyperparameters: { learningRate: 0.12, batchSize: 1 },
  });
  run.go(1815);
  expect(run.detail?.isResting).toBe(true);
  if (run.go(40_000).end === 'converged') expect(run.go(5000, true).moved).toBeLessThan(1e-3);
});

it('a momentum of 1 forgets nothing, so it never converges on the way', () => {
  const run = new Run('tug-of-war', 'momentum', {
    config: { start: [1e-7, 1e-7], noise: 0 },
    hyperparameters: { optimizer: { momentum: 1 } },
  });
  expect(run.go(3000).end).toBeNull();
  expect(run.detail?.isResting).toBe(true);
});

it('a sum of gradients that is never cleared forgets nothing either', () => {
  const run = new Run('tug-of-war', 'sgd', {
    config: { start: [1e-7, 1e-7], noise: 0 },
    hyperparameters: { forgetZeroGrad: true, learningRate: 0.1 },
  });
  expect(run.go(3000).end).toBeNull();
  expect(run.detail?.isResting).toBe(true);
});

it('rest is part of what a step back restores', () => {
  const run = new Run('tug-of-war', 'sgd');
  const { end } = run.go(5000);
  const { step } = run.detail ?? { step: 0 };
  run.trainer.rewind(step - 1);
  expect(run.go(1).end).toBe(end);
  expect(run.detail?.step).toBe(step);
  expect(restLength).toBeLessThan(1e-3);
});
