// Whether the rate is the axis of a section is not a belief about the rules: their updates are tried.

import { describe, expect, it } from 'vitest';
import { withDefaults } from '../training/field.ts';
import { initialState, type Optimizer, stateLength } from '../training/optimizer.ts';
import { type OptimizerId, optimizers } from '../training/optimizers/index.ts';
import { Random } from '../training/random.ts';
import type { ScheduleConfig } from '../training/run/run.ts';
import { shareReason } from './section.ts';

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
