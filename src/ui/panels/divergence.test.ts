import { describe, expect, it } from 'vitest';
import { defaultConfig, defaultHyperparameters } from '../../lab/defaults.ts';
import type { LabState } from '../../lab/store.ts';
import type { OptimizerId } from '../../training/optimizers/index.ts';
import type { ProblemId } from '../../training/problems/index.ts';
import type { Hyperparameters } from '../../training/run/run.ts';
import { Trainer } from '../../training/run/trainer.ts';
import { selectDivergence, selectSmallerRate } from './divergence.ts';

function diverged(
  problem: ProblemId,
  optimizer: OptimizerId,
  change: Partial<Hyperparameters>,
  start = defaultConfig(problem, optimizer).start,
): LabState {
  const config = { ...defaultConfig(problem, optimizer), start };
  const hyperparameters = { ...defaultHyperparameters(problem, optimizer), batchSize: config.examples, ...change };
  const trainer = new Trainer();
  trainer.start(config);
  const limits = { steps: 20_000, milliseconds: Number.POSITIVE_INFINITY, stepLimit: 20_000 };
  const { end, detail } = trainer.advance({ ...limits, hyperparameters });
  expect(end).toBe('diverged');
  return { config, hyperparameters, detail } as LabState;
}

describe('why a run diverged', () => {
  it.each<[ProblemId]>([['line-fit'], ['tug-of-war']])('is its rate above the limit on %s', (problem) => {
    const state = diverged(problem, 'sgd', { learningRate: 3 });
    expect(selectDivergence(state)).toBe('aboveLimit');
    expect(selectSmallerRate(state)).toBeLessThan(3 / 2);
  });

  it('is judged by the rate of the step, not by the base rate', () => {
    const halved = { kind: 'constant', unit: 'step', warmup: 0, values: { factor: 0.5, totalIters: 1000 } } as const;
    const state = diverged('tug-of-war', 'sgd', { learningRate: 3, schedule: halved });
    // The limit is 1: half of it is the rate of the step, and twice that the base rate.
    expect(selectSmallerRate(state)).toBe(1);
    const detail = { ...state.detail!, learningRate: 0.9 };
    expect(selectDivergence({ ...state, detail })).toBe('tooFast');
  });

  it('is that it was told to climb, against which no rate helps', () => {
    const state = diverged('line-fit', 'sgd', { optimizer: { maximize: true } });
    expect(selectDivergence(state)).toBe('climbing');
    expect(selectSmallerRate(state)).toBeNull();
  });

  it('is not that the loss climbs without end where it cannot', () => {
    const state = diverged('sine-fit', 'momentum', {
      learningRate: 1000,
      optimizer: { momentum: 0.99, maximize: true },
    });
    expect(selectDivergence(state)).toBe('carriedOff');
    expect(selectSmallerRate(state)).toBe(250);
  });

  it('is 0 divided by 0 where the gradient and epsilon are zero', () => {
    const state = diverged('relu-neuron', 'adam', { optimizer: { eps: 0 } }, [-5, -50]);
    expect(selectDivergence(state)).toBe('notANumber');
    expect(selectSmallerRate(state)).toBeNull();
  });
});
