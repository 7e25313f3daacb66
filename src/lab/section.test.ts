// Whether the rate is the axis of a section is not a belief about the rules: their updates are tried.

import { describe, expect, it } from 'vitest';
import { withDefaults } from '../training/field.ts';
import { initialState, type Optimizer, stateLength } from '../training/optimizer.ts';
import { type OptimizerId, optimizers } from '../training/optimizers/index.ts';
import { Random } from '../training/random.ts';
import type { Hyperparameters, RunConfig, ScheduleConfig } from '../training/run/run.ts';
import { Trainer } from '../training/run/trainer.ts';
import { isOnSurface, shareReason } from './section.ts';

const constant: ScheduleConfig = { kind: 'constant', unit: 'step', warmup: 0, values: {} };

/** Three steps at one rate; the fourth at another one. */
function fourthUpdate(id: OptimizerId, rate: number): Float64Array {
  const optimizer: Optimizer = optimizers[id];
  const { fields } = optimizer;
  const names = new Set(fields.map(({ name }) => name));
  const values = withDefaults(fields, {
    ...(names.has('weightDecay') && { weightDecay: 0.1 }),
    ...(names.has('momentum') && { momentum: 0.9 }),
  });
  const random = new Random(5);
  const pair = (): Float64Array => Float64Array.of(random.uniform(-2, 2), random.uniform(-2, 2));
  let state = initialState(optimizer, 2, values, 0.01);
  const update = new Float64Array(2);
  for (let step = 0; step < 4; step++) {
    const next = new Float64Array(stateLength(optimizer, 2));
    optimizer.update(pair(), pair(), state, step < 3 ? 0.01 : rate, values, next, update);
    state = next;
  }
  return update;
}

describe.each(Object.keys(optimizers) as OptimizerId[])('%s', (optimizer) => {
  it('shows the rate as the axis exactly where its update is the rate times a direction', () => {
    const [once, thrice] = [fourthUpdate(optimizer, 0.01), fourthUpdate(optimizer, 0.03)];
    const isLinear = thrice.every((value, i) => Math.abs(value - 3 * once[i]) <= 1e-12 * Math.abs(value));
    expect(shareReason({ optimizer }, constant) === null).toBe(isLinear);
  });

  it('shows the share under a schedule', () => {
    for (const schedule of [
      { ...constant, kind: 'cosine' },
      { ...constant, warmup: 3 },
    ] as ScheduleConfig[])
      expect(shareReason({ optimizer }, schedule)).not.toBe(null);
  });
});

describe('the losses along the step are those of the surface', () => {
  const config = (change: Partial<RunConfig>): RunConfig => ({
    ...{ problem: 'circles', settings: {}, examples: 50, noise: 0, seed: 3, start: [0, 0] },
    ...{ optimizer: 'sgd', sampling: 'reshuffle', dropLast: false },
    ...change,
  });
  const rule = (change: Partial<Hyperparameters> = {}): Hyperparameters => ({
    ...{ learningRate: 0.1, batchSize: 8, optimizer: {}, schedule: constant },
    ...change,
  });
  const begun = (change: Partial<RunConfig> = {}): Trainer => {
    const trainer = new Trainer();
    trainer.start(config(change));
    return trainer;
  };

  it('where the update lies in the plane', () => {
    const trainer = begun();
    expect(isOnSurface(trainer.preview(0, rule(), 'step'), false)).toBe(true);
    expect(isOnSurface(trainer.preview(0, rule()), false)).toBe(false);
    expect(isOnSurface(begun({ optimizer: 'adam' }).preview(0, rule(), 'step'), false)).toBe(false);
    expect(isOnSurface(begun({ problem: 'line-fit', start: [1, 1] }).preview(0, rule()), false)).toBe(true);
  });

  it('and, on the surface of the batch, where its micro-batches are of one size', () => {
    const trainer = begun({ problem: 'line-fit', start: [1, 1] });
    expect(isOnSurface(trainer.preview(0, rule({ accumulate: 3 })), true)).toBe(true);
    const uneven = trainer.preview(0, rule({ accumulate: 7 }));
    expect(isOnSurface(uneven, true)).toBe(false);
    expect(isOnSurface(uneven, false)).toBe(true);
  });
});
