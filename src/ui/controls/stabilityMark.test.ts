// What the slider says of the learning rate, against runs.

import { describe, expect, it } from 'vitest';
import { defaultConfig, defaultHyperparameters } from '../../lab/defaults.ts';
import { createLabStore } from '../../lab/store.ts';
import type { FieldValues } from '../../training/field.ts';
import type { OptimizerId } from '../../training/optimizers/index.ts';
import { stepColumn } from '../../training/run/log.ts';
import type { Hyperparameters } from '../../training/run/run.ts';
import { Trainer } from '../../training/run/trainer.ts';
import { selectStabilityLimit, settlesNever } from './stabilityMark.ts';

const steps = 3000;

function run(optimizer: OptimizerId, change: Partial<Hyperparameters>) {
  // All examples in every batch, on a quadratic.
  const config = { ...defaultConfig('line-fit', optimizer), sampling: 'fixed' as const };
  const hyperparameters = { ...defaultHyperparameters('line-fit', optimizer), batchSize: config.examples, ...change };
  const trainer = new Trainer();
  trainer.start(config);
  const detail = trainer.preview(0, hyperparameters);
  const reply = trainer.advance({
    ...{ steps, milliseconds: Number.POSITIVE_INFINITY, stepLimit: steps, beyondConvergence: true, hyperparameters },
  });
  const state = createLabStore({ config, hyperparameters, detail, view: { x: [-1, 1], y: [-1, 1] } }).getState();
  const losses = [...stepColumn(reply.steps, 'batchLoss')];
  return { state, end: reply.end, losses, worstAtEnd: Math.max(...losses.slice(-300)) };
}

/** The loss that the line fits with. */
const { losses: best } = run('sgd', { learningRate: 0.3 });
const lowest = Math.min(...best);

describe('where zero_grad is forgotten', () => {
  const forgotten = (optimizer: OptimizerId, learningRate: number, values: FieldValues = {}) =>
    run(optimizer, { learningRate, optimizer: values, forgetZeroGrad: true });

  it.each([
    ['sgd', {}],
    ['sgd', { momentum: 0.9 }],
    ['sgd', { momentum: 0.5, nesterov: true }],
    ['momentum', {}],
    ['nesterov', { momentum: 0.3 }],
  ] as const)('no rate settles: %s %j', (optimizer, values) => {
    for (const rate of [1e-3, 1e-2, 0.1, 1]) {
      const { state, losses, worstAtEnd, end } = forgotten(optimizer, rate, values);
      expect(settlesNever(state)).toBe(true);
      expect(selectStabilityLimit(state)).toBeNull();
      if (end !== 'diverged') expect((worstAtEnd - lowest) / (losses[0] - lowest)).toBeGreaterThan(0.3);
    }
  });

  it('weight decay may bring a run to rest, and other rules are not spoken of', () => {
    const { state, losses, worstAtEnd } = forgotten('sgd', 0.05, { weightDecay: 0.5 });
    expect(settlesNever(state)).toBe(false);
    expect((worstAtEnd - lowest) / (losses[0] - lowest)).toBeLessThan(0.1);
    expect(settlesNever(forgotten('adam', 0.01).state)).toBe(false);
    expect(settlesNever(run('sgd', {}).state)).toBe(false);
  });
});

describe('where gradients are clipped', () => {
  it('the limit stays: beyond it a run bounces where it would have flown off, below it one settles', () => {
    const limit = selectStabilityLimit(run('sgd', {}).state) ?? 0;
    for (const clipNorm of [0.1, 1]) {
      const beyond = run('sgd', { learningRate: 1.1 * limit, clipNorm });
      expect(selectStabilityLimit(beyond.state)).toBe(limit);
      expect(beyond.end).not.toBe('diverged');
      expect(beyond.worstAtEnd).toBeGreaterThan(1.002 * lowest);
      const below = run('sgd', { learningRate: 0.9 * limit, clipNorm });
      expect(below.worstAtEnd).toBeCloseTo(lowest, 6);
    }
    expect(run('sgd', { learningRate: 1.1 * limit }).end).toBe('diverged');
  });
});
