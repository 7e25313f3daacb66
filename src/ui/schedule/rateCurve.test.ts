import { describe, expect, it } from 'vitest';
import { defaultHyperparameters } from '../../lab/defaults.ts';
import { present } from '../../training/present.ts';
import type { ScheduleConfig } from '../../training/run/run.ts';
import { type ScheduleId, schedules } from '../../training/schedules/index.ts';
import { rateCurve, scheduleLength } from './rateCurve.ts';

const schedule = (kind: ScheduleId, change: Partial<ScheduleConfig> = {}): ScheduleConfig => ({
  kind,
  unit: 'step',
  warmup: 0,
  values: {},
  ...change,
});
const curveOf = (config: ScheduleConfig, length = scheduleLength(config)) =>
  rateCurve('sgd', { ...defaultHyperparameters('line-fit', 'sgd'), learningRate: 0.1, schedule: config }, length);

describe('the curve of a schedule', () => {
  it.each(Object.keys(schedules) as ScheduleId[])('%s has a rate at every count of its story', (kind) => {
    const curve = curveOf(schedule(kind));
    expect(curve.length).toBeGreaterThan(20);
    expect(curve.every(({ rate }) => Number.isFinite(rate) && rate >= 0)).toBe(true);
    const rates = new Set(curve.map(({ rate }) => rate));
    if (kind !== 'constant') expect(rates.size, 'a change is in view').toBeGreaterThan(1);
  });

  it('shows the way down of a cosine and the way up again', () => {
    const config = schedule('cosine', { values: { tMax: 30 } });
    const curve = curveOf(config);
    expect(present(curve.at(-1)).count).toBe(60);
    expect(curve[0].rate).toBe(0.1);
    expect(curve[30].rate).toBeLessThan(1e-12);
    expect(curve[60].rate).toBeCloseTo(0.1, 12);
  });

  it('begins with the warm-up, whichever unit it counts in', () => {
    for (const unit of ['step', 'epoch'] as const) {
      const curve = curveOf(schedule('constant', { unit, warmup: 10 }));
      expect(curve[0].rate).toBeLessThan(curve[5].rate);
      expect(curve[10].rate).toBe(0.1);
    }
  });

  it('stays short for a long run', () => {
    const curve = curveOf(schedule('exponential'), 100_000);
    expect(curve.length).toBeLessThanOrEqual(601);
    expect(present(curve.at(-1)).count).toBeGreaterThan(99_000);
  });
});
