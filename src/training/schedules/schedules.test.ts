import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../lab/defaults.ts';
import { checkFields, type FieldValues, withDefaults } from '../field.ts';
import { present } from '../present.ts';
import type { RunConfig } from '../run/run.ts';
import { Trainer } from '../run/trainer.ts';
import type { Schedule } from '../schedule.ts';
import { type ScheduleId, schedules } from './index.ts';
import { scheduleEnd } from './notice.ts';
import { warmupStartFactor, withWarmup } from './warmup.ts';

const all = Object.entries(schedules) as [ScheduleId, Schedule][];

/** Rates at t = 0, 1, 2, ... for a base of 1. */
const rates = (id: ScheduleId, values: FieldValues, count: number, base = 1): number[] => {
  const schedule: Schedule = schedules[id];
  const complete = withDefaults(schedule.fields, values);
  return Array.from({ length: count }, (_, t) => schedule.rate(t, base, complete));
};

const momenta = (values: FieldValues, count: number): (number | null)[] => {
  const complete = withDefaults(schedules['one-cycle'].fields, values);
  return Array.from({ length: count }, (_, t) => schedules['one-cycle'].momentum?.(t, complete) ?? null);
};

const expectClose = (actual: readonly (number | null)[], expected: readonly number[], digits = 14): void => {
  expect(actual).toHaveLength(expected.length);
  for (const [i, value] of expected.entries()) expect(actual[i], `at ${i}`).toBeCloseTo(value, digits);
};

describe.each(all)('%s', (id, schedule) => {
  it('is proportional to the base rate and never negative', () => {
    const values = withDefaults(schedule.fields, {});
    for (let t = 0; t < 300; t++) {
      const rate = schedule.rate(t, 1, values);
      expect(rate).toBeGreaterThanOrEqual(0);
      expect(schedule.rate(t, 0.5, values)).toBeCloseTo(rate / 2, 15);
    }
  });

  it('refuses every number outside its range with a sentence that names it', () => {
    for (const field of schedule.fields) {
      if (field.kind !== 'number') continue;
      const bad = [Number.NaN, field.min - 1, field.max + 1];
      if (field.minOpen) bad.push(field.min);
      if (field.maxOpen) bad.push(field.max);
      if (field.integer) bad.push(field.min + 0.5);
      for (const value of bad) {
        expect(() => checkFields(schedule.fields, { [field.name]: value })).toThrow(RangeError);
        expect(() => checkFields(schedule.fields, { [field.name]: value })).toThrow(field.label);
      }
    }
    expect(() => checkFields(schedule.fields, withDefaults(schedule.fields, {}))).not.toThrow();
    expect(() => schedule.check?.(withDefaults(schedule.fields, {}))).not.toThrow();
  });

  it('moves the momentum only if it is one-cycle', () => {
    expect(schedule.momentum !== undefined).toBe(id === 'one-cycle');
  });
});

it.each([
  ['step', 'stepSize'],
  ['cosine', 'tMax'],
  ['cosine-restarts', 't0'],
  ['linear', 'totalIters'],
  ['polynomial', 'totalIters'],
  ['one-cycle', 'totalSteps'],
] as const)('%s refuses a length of 0 and says why', (id, name) => {
  expect(() => checkFields(schedules[id].fields, { [name]: 0 })).toThrow(
    /must be at least 1, not 0: it is the length .+\.$/,
  );
});

describe('constant', () => {
  it('is the base rate unless a factor is set', () => {
    expect(rates('constant', {}, 8, 0.3)).toEqual(Array.from({ length: 8 }, () => 0.3));
  });

  it('takes the factor until its length is over', () => {
    expect(rates('constant', { factor: 0.5, totalIters: 3 }, 5)).toEqual([0.5, 0.5, 0.5, 1, 1]);
  });
});

it('step falls after every stair', () => {
  expectClose(rates('step', { stepSize: 2, gamma: 0.1 }, 6), [1, 1, 0.1, 0.1, 0.01, 0.01]);
});

it('multistep counts a repeated milestone twice', () => {
  expectClose(
    rates('multistep', { milestones: [0, 2, 2, 4], gamma: 0.5 }, 6),
    [0.5, 0.5, 0.125, 0.125, 0.0625, 0.0625],
  );
});

it('exponential falls at every count', () => {
  expectClose(rates('exponential', { gamma: 0.5 }, 4), [1, 0.5, 0.25, 0.125]);
});

describe('cosine', () => {
  it('falls to the lowest rate at T and rises again after it', () => {
    const found = rates('cosine', { tMax: 10, etaMin: 0 }, 21);
    expectClose([found[0], found[5], found[10], found[15], found[20]], [1, 0.5, 0, 0.5, 1]);
    expect(found[11]).toBeCloseTo(0.0245, 4);
  });

  it('stops at the lowest rate, not at zero', () => {
    expect(rates('cosine', { tMax: 10, etaMin: 0.2 }, 11)[10]).toBeCloseTo(0.2, 15);
  });
});

describe('cosine-restarts', () => {
  it('starts over, each time for as many times longer as the multiplier says', () => {
    const found = rates('cosine-restarts', { t0: 3, tMult: 2 }, 10);
    expectClose(found, [1, 0.75, 0.25, 1, 0.933, 0.75, 0.5, 0.25, 0.067, 1], 3);
  });

  it('repeats itself with a multiplier of 1', () => {
    const found = rates('cosine-restarts', { t0: 4, etaMin: 0.1 }, 12);
    expect(found.slice(4, 8)).toEqual(found.slice(0, 4));
    expect(found.slice(8)).toEqual(found.slice(0, 4));
    expect(found[2]).toBeCloseTo(0.55, 14);
  });
});

it('linear goes from one factor to the other and stays', () => {
  expectClose(rates('linear', { startFactor: 0.2, endFactor: 1, totalIters: 4 }, 7), [0.2, 0.4, 0.6, 0.8, 1, 1, 1]);
  expectClose(rates('linear', { startFactor: 1, endFactor: 0, totalIters: 2 }, 4), [1, 0.5, 0, 0]);
});

it('polynomial falls to zero and stays', () => {
  expectClose(rates('polynomial', { totalIters: 4, power: 2 }, 6), [1, 0.5625, 0.25, 0.0625, 0, 0]);
});

describe('inverse-time', () => {
  it('falls as one over the counts taken, by closed form', () => {
    expectClose(rates('inverse-time', { decayRate: 1 }, 5), [1, 1 / 2, 1 / 3, 1 / 4, 1 / 5]);
    expectClose(rates('inverse-time', { decayRate: 0.25 }, 5, 0.8), [0.8, 0.64, 0.8 / 1.5, 0.8 / 1.75, 0.4]);
    expect(rates('inverse-time', { decayRate: 0 }, 3)).toEqual([1, 1, 1]);
  });

  it('adds up without end, while its squares do not', () => {
    const sums = [1e3, 1e4, 1e5].map((count) => {
      const found = rates('inverse-time', { decayRate: 0.1 }, count);
      const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
      return [sum(found), sum(found.map((rate) => rate * rate))];
    });
    // Ten times as many counts add ln 10 / decay to the sum, and ever less to that of the squares.
    expect(sums[2][0] - sums[1][0]).toBeCloseTo(Math.log(10) / 0.1, 0);
    expect(sums[2][1] - sums[1][1]).toBeLessThan(0.1 * sums[1][1] * 0.1);
  });

  it('with a base and a decay of 1 is the running mean of the pulls in a tug of war', () => {
    const config: RunConfig = { ...defaultConfig('tug-of-war', 'sgd'), start: [2, -1] };
    const schedule = { kind: 'inverse-time', unit: 'step', warmup: 0, values: { decayRate: 1 } } as const;
    const hyperparameters = { learningRate: 0.5, batchSize: 1, optimizer: {}, schedule };
    const trainer = new Trainer();
    const { examples } = trainer.start(config);
    const { detail } = trainer.advance({
      ...{ steps: examples.count, milliseconds: Number.POSITIVE_INFINITY, stepLimit: 1e6, hyperparameters },
    });
    const mean = (column: Float64Array): number => column.reduce((sum, value) => sum + value, 0) / examples.count;
    expect(detail.weights[0]).toBeCloseTo(mean(examples.x1), 12);
    expect(detail.weights[1]).toBeCloseTo(mean(examples.x2), 12);
  });

  it('damps the noise only where it falls', () => {
    const damps = (decayRate: number): boolean | undefined =>
      (schedules['inverse-time'] as Schedule).dampsNoise?.({ decayRate });
    expect([damps(0.1), damps(0)]).toEqual([true, false]);
    for (const [id, schedule] of all) if (id !== 'inverse-time') expect(schedule.dampsNoise).toBe(undefined);
  });
});

describe('one-cycle', () => {
  it('rises to the base rate at pct × total − 1 and ends far below its start', () => {
    const found = rates('one-cycle', { totalSteps: 10 }, 10);
    expectClose([found[0], found[2], found[9]], [0.04, 1, 4e-6]);
    expect(found[1]).toBeCloseTo(0.52, 14);
  });

  it('keeps its last rate and momentum beyond its end', () => {
    const found = rates('one-cycle', { totalSteps: 10 }, 14);
    expect(found.slice(10)).toEqual(Array.from({ length: 4 }, () => found[9]));
    expect(momenta({ totalSteps: 10 }, 14)[13]).toBeCloseTo(0.95, 14);
  });

  it('moves the momentum the other way', () => {
    const found = momenta({ totalSteps: 10 }, 10);
    expectClose([present(found[0]), present(found[1]), present(found[2]), present(found[9])], [0.95, 0.9, 0.85, 0.95]);
  });

  it('leaves the momentum alone when it is told to', () => {
    expect(momenta({ cycleMomentum: false }, 3)).toEqual([null, null, null]);
  });

  it('goes along straight lines', () => {
    const found = rates(
      'one-cycle',
      { totalSteps: 11, pctStart: 5 / 11, annealStrategy: 'linear', divFactor: 2, finalDivFactor: 5 },
      11,
    );
    expectClose(found, [0.5, 0.625, 0.75, 0.875, 1, 0.85, 0.7, 0.55, 0.4, 0.25, 0.1]);
  });

  it('falls as long as it rose in three phases, then fades out with the momentum at its highest', () => {
    const values = { totalSteps: 100, threePhase: true };
    const found = rates('one-cycle', values, 100);
    expectClose([found[0], found[29], found[58], found[99]], [0.04, 1, 0.04, 4e-6]);
    const momentum = momenta(values, 100);
    expectClose(
      [
        present(momentum[0]),
        present(momentum[29]),
        present(momentum[58]),
        present(momentum[75]),
        present(momentum[99]),
      ],
      [0.95, 0.85, 0.95, 0.95, 0.95],
    );
  });

  it.each([
    [1, 0.3],
    [10, 0.1],
    [10, 0],
    [10, 1],
  ])('stays finite for %d counts with a rise of %d', (totalSteps, pctStart) => {
    expect(rates('one-cycle', { totalSteps, pctStart }, 12).every((rate) => rate >= 0 && rate <= 1)).toBe(true);
  });

  it('refuses three phases whose first takes more than half', () => {
    const check = (values: FieldValues): void =>
      schedules['one-cycle'].check?.(withDefaults(schedules['one-cycle'].fields, values));
    expect(() => check({ threePhase: true, pctStart: 0.6 })).toThrow(RangeError);
    expect(() => check({ threePhase: true, pctStart: 0.5 })).not.toThrow();
    expect(() => check({ threePhase: false, pctStart: 0.6 })).not.toThrow();
  });
});

describe('withWarmup', () => {
  const exponential = withDefaults(schedules.exponential.fields, { gamma: 0.5 });

  it('climbs on a line and then counts the schedule from its beginning', () => {
    const found = Array.from({ length: 7 }, (_, t) => withWarmup(schedules.exponential, 4, t, 2, exponential, 0.2));
    expectClose(found, [0.4, 0.8, 1.2, 1.6, 2, 1, 0.5]);
  });

  it('starts at a third unless told otherwise', () => {
    expect(withWarmup(schedules.exponential, 4, 0, 2, exponential)).toBeCloseTo(2 / 3, 15);
    expect(warmupStartFactor).toBe(1 / 3);
  });

  it('is the schedule itself without a length', () => {
    expect(withWarmup(schedules.exponential, 0, 3, 2, exponential)).toBe(0.25);
  });

  it('climbs to where the schedule begins, not past it', () => {
    const values = withDefaults(schedules['one-cycle'].fields, {});
    const found = Array.from({ length: 6 }, (_, t) => withWarmup(schedules['one-cycle'], 5, t, 1, values));
    expect(found[5]).toBeCloseTo(0.04, 15);
    expect(Math.max(...found)).toBe(found[5]);
  });
});

describe('scheduleEnd', () => {
  it.each([
    ['one-cycle', { totalSteps: 60 }, 60, 61, 'small'],
    ['cosine', { tMax: 60 }, 61, 62, 'rises'],
    ['polynomial', { totalIters: 60 }, 60, 61, 'zero'],
    ['linear', { totalIters: 60, endFactor: 0 }, 60, 61, 'zero'],
    ['cosine', { tMax: 60, etaMin: 2 }, 61, 62, 'falls'],
    ['step', { stepSize: 60, gamma: 0 }, 60, 61, 'zero'],
    ['multistep', { milestones: [60, 70], gamma: 0 }, 60, 61, 'zero'],
  ] as const)('%s says what happens after its end, and nothing before', (id, values, enough, tooLong, kind) => {
    expect(scheduleEnd(id, values, enough, 1)).toBeNull();
    expect(scheduleEnd(id, values, tooLong, 1)).toEqual({ kind, count: 60 });
  });

  it.each(['constant', 'step', 'multistep', 'exponential', 'cosine-restarts', 'linear', 'inverse-time'] as const)(
    '%s needs none',
    (id) => {
      expect(scheduleEnd(id, {}, 1e6, 1)).toBeNull();
    },
  );

  it('is silent where a power of 0 keeps the rate constant', () => {
    expect(rates('polynomial', { power: 0 }, 9)).toEqual(Array.from({ length: 9 }, () => 1));
    expect(scheduleEnd('polynomial', { power: 0 }, 1e6, 1)).toBeNull();
  });

  it('says nothing of a cosine between two rates that are one', () => {
    expect(scheduleEnd('cosine', { tMax: 6, etaMin: 0.5 }, 1e6, 0.5)).toBeNull();
  });

  it('is true of the rates', () => {
    const half = fc.constantFrom(0, 0.3, 1);
    const tried = fc.record({
      id: fc.constantFrom(...all.map(([id]) => id)),
      length: fc.integer({ min: 2, max: 12 }),
      etaMin: fc.constantFrom(0, 0.01, 0.5, 2),
      ...{ gamma: half, endFactor: half, power: half, base: fc.constantFrom(0.01, 0.5, 1) },
    });
    fc.assert(
      fc.property(tried, ({ id, length, base, ...rest }) => {
        const names = (schedules[id] as Schedule).fields.map(({ name }) => name);
        const lengths = {
          totalIters: length,
          totalSteps: length,
          tMax: length,
          stepSize: length,
          milestones: [length],
        };
        const given = Object.entries({ ...rest, ...lengths }).filter(([name]) => names.includes(name));
        const values = Object.fromEntries(given);
        const end = scheduleEnd(id, values, 1000, base);
        if (end === null) return;
        const { kind, count } = end;
        const found = rates(id, values, count + 20, base);
        if (kind === 'rises') expect(found[count + 1]).toBeGreaterThan(found[count]);
        if (kind === 'falls') expect(found[count + 1]).toBeLessThan(found[count]);
        if (kind === 'small') expect(new Set(found.slice(count - 1)).size).toBe(1);
        if (kind === 'zero') expect(found.slice(count).every((rate) => rate === 0)).toBe(true);
        if (kind === 'zero') expect(found[count - 1]).toBeGreaterThan(0);
      }),
    );
  });

  it('has a short line only where it says the whole truth', () => {
    expect(schedules.constant.shortEquation?.({ factor: 1 })).toBe('rate = base');
    expect(rates('constant', { factor: 1, totalIters: 3 }, 6)).toEqual([1, 1, 1, 1, 1, 1]);
    expect(schedules.constant.shortEquation?.({ factor: 0.5 })).toBeNull();
  });
});
