// Steps taken many at a time are the steps taken one by one, to the last bit, and nobody computes losses that nobody reads.

import { describe, expect, it, vi } from 'vitest';
import { samplings } from '../batches.ts';
import { withDefaults } from '../field.ts';
import { type OptimizerId, optimizers } from '../optimizers/index.ts';
import type { Problem } from '../problem.ts';
import { type PairProblemId, pairProblems, problems } from '../problems/index.ts';
import { allocateSteps, type StepRows } from './log.ts';
import { Loop } from './loop.ts';
import { Rule } from './rule.ts';
import type { Hyperparameters, RunConfig } from './run.ts';
import { setUp } from './setup.ts';
import { stepWriter } from './stepWriter.ts';
import { takeSteps } from './takeSteps.ts';

type Schedule = Hyperparameters['schedule'];

const problemIds = Object.keys(pairProblems) as PairProblemId[];
const optimizerIds = Object.keys(optimizers) as OptimizerId[];

const configOf = (problem: PairProblemId, change: Partial<RunConfig> = {}): RunConfig => {
  const { defaults, start, fields }: Problem = problems[problem];
  return {
    ...{ problem, settings: {}, examples: 23, noise: defaults.noise, seed: 5, start: start(withDefaults(fields, {})) },
    ...{ optimizer: 'sgd', sampling: 'reshuffle', dropLast: false },
    ...change,
  };
};

const hyperparametersOf = (learningRate: number, change: Partial<Hyperparameters> = {}): Hyperparameters => ({
  ...{ learningRate, batchSize: 5, optimizer: {} },
  schedule: { kind: 'constant', unit: 'step', warmup: 0, values: {} },
  ...change,
});

function begun(config: RunConfig, hyperparameters: Hyperparameters, count: number) {
  const loop = new Loop(setUp(config));
  loop.begin(new Rule(config.optimizer, hyperparameters));
  const rows: StepRows = { firstStep: 0, buffer: allocateSteps(loop.layout, count), capacity: count };
  return { loop, rows };
}

/** `count` steps in stretches, beside the same one by one; without rows, but for those of the second. */
function both(config: RunConfig, hyperparameters: Hyperparameters, count: number, mayConverge = false) {
  const together = begun(config, hyperparameters, count);
  for (let taken = 1, stretch = 1; taken > 0 && together.loop.step < count; stretch += 9)
    taken = takeSteps(together.loop, Math.min(stretch, count - together.loop.step), together.rows, mayConverge);
  const unseen = begun(config, hyperparameters, count).loop;
  takeSteps(unseen, count, null, mayConverge);
  const { loop, rows } = begun(config, hyperparameters, count);
  const write = stepWriter(loop.layout);
  while (loop.step < count && !loop.isFarOut && !(mayConverge && loop.isConverged)) {
    loop.prepare();
    write(loop, rows);
    if (!loop.commit()) break;
  }
  expect(together.loop.snapshot()).toEqual(loop.snapshot());
  expect(together.loop.isFarOut).toBe(loop.isFarOut);
  expect(unseen.snapshot()).toEqual(loop.snapshot());
  const end = loop.step;
  const written = ({ buffer }: StepRows): Float64Array => buffer.filter((_, index) => index % count < end);
  expect(written(together.rows)).toEqual(written(rows));
  return loop;
}

describe('steps taken together', () => {
  it.each(problemIds)('are those taken one by one, in %s with every rule', (problem) => {
    for (const optimizer of optimizerIds) both(configOf(problem, { optimizer }), hyperparametersOf(0.05), 60);
  });

  it.each(samplings)('are the same where examples are picked as in %s, the last ones dropped or not', (sampling) => {
    for (const dropLast of [true, false])
      both(configOf('logistic-regression', { sampling, dropLast, optimizer: 'adam' }), hyperparametersOf(0.1), 60);
  });

  it('are the same under schedules, clipping, and accumulation', () => {
    const cycle: Schedule = { kind: 'one-cycle', unit: 'step', warmup: 3, values: {} };
    both(configOf('sine-fit', { optimizer: 'momentum' }), hyperparametersOf(0.1, { schedule: cycle }), 60);
    for (const change of [{ clipNorm: 0.1 }, { accumulate: 3 }, { forgetZeroGrad: true }])
      both(configOf('sine-fit'), hyperparametersOf(0.1, change), 30);
  });

  it('stop where the run diverges', () => {
    const loop = both(configOf('line-fit'), hyperparametersOf(5), 1000);
    expect(loop.isFarOut).toBe(true);
    expect(both(configOf('decay-fit', { start: [1, -1000] }), hyperparametersOf(0.1), 10).step).toBe(0);
  });

  it('come to rest where the run does, and go on from there', () => {
    const rested = both(configOf('line-fit', { noise: 0 }), hyperparametersOf(0.1), 2000, true);
    expect(rested.isConverged).toBe(true);
    expect(rested.step).toBeLessThan(2000);
    expect(both(configOf('line-fit', { noise: 0 }), hyperparametersOf(0.1), 2000).step).toBe(2000);
  });
});

describe('losses', () => {
  it('are not computed where nobody reads them', () => {
    for (const change of [{}, { accumulate: 2 }, { clipNorm: 1 }]) {
      const { loop, rows } = begun(configOf('logistic-regression'), hyperparametersOf(0.1, change), 20);
      const sum = vi.spyOn(loop.objective, 'sum');
      takeSteps(loop, 10, null, true);
      expect(loop.step).toBe(10);
      expect(sum).not.toHaveBeenCalled();
      takeSteps(loop, 5, rows, true);
      expect(sum).toHaveBeenCalled();
    }
  });
});
