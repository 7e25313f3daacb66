// A sweep against the trainer itself, cell by cell.

import { describe, expect, it } from 'vitest';
import type { OptimizerId } from '../optimizers/index.ts';
import type { Problem } from '../problem.ts';
import { type PairProblemId, type ProblemId, pairProblems } from '../problems/index.ts';
import { Random } from '../random.ts';
import { BatchSequence, EpochOrders, memberSeed } from '../run/batchSequence.ts';
import { generateExamples } from '../run/configuration.ts';
import type { Hyperparameters, RunConfig } from '../run/run.ts';
import { Trainer } from '../run/trainer.ts';
import { batchSizeAxis, rateAxis, SweepCollector, type SweepPart, type SweepRequest, sweepTask } from './sweep.ts';

const configOf = (problem: PairProblemId, change: Partial<RunConfig> = {}): RunConfig => {
  const definition: Problem = pairProblems[problem];
  const fields = Object.fromEntries(definition.fields.map((field) => [field.name, field.default]));
  const { noise } = definition.defaults;
  return {
    ...{ problem, settings: {}, examples: 40, noise, seed: 6, start: definition.start(fields) },
    ...{ optimizer: 'sgd', sampling: 'reshuffle', dropLast: false },
    ...change,
  };
};

const hyperparameters: Hyperparameters = {
  learningRate: 1,
  batchSize: 1,
  optimizer: {},
  schedule: { kind: 'constant', unit: 'step', warmup: 0, values: {} },
};

const requestOf = (config: RunConfig, change: Partial<SweepRequest> = {}): SweepRequest => ({
  config,
  hyperparameters,
  learningRates: [0.003, 0.05, 0.3, 2.5],
  batchSizes: [1, 7, 25, 40],
  steps: 120,
  seeds: 2,
  ...change,
});

/** What the trainer says of the same run: the final full loss, Infinity where it diverged. */
function trained(request: SweepRequest, seed: number, row: number, column: number): number {
  const { config, steps, learningRates, batchSizes } = request;
  const trainer = new Trainer();
  // Other shuffles of the same data: the run of another seed, on the data of this one.
  const shuffled = { ...config, seed: memberSeed(config.seed, seed) };
  const { examples: own } = trainer.start(shuffled);
  const examples = generateExamples(config);
  for (const name of ['x1', 'x2', 'y'] as const) own[name].set(examples[name]);
  const cell = { learningRate: learningRates[column], batchSize: batchSizes[row] };
  for (;;) {
    const { detail, end } = trainer.advance({
      ...{ steps, milliseconds: Number.POSITIVE_INFINITY, stepLimit: steps, beyondConvergence: true },
      hyperparameters: { ...request.hyperparameters, ...cell },
    });
    if (end === 'diverged') return Number.POSITIVE_INFINITY;
    if (detail.step === steps) return trainer.losses(detail.weights)[0];
  }
}

function partsOf(request: SweepRequest): SweepPart[] {
  const task = sweepTask(request);
  return Array.from({ length: task.count }, (_, part) => task.compute(part));
}

function forEachCell(request: SweepRequest, check: (found: number, expected: number, name: string) => void): void {
  for (const { seed, row, firstColumn, losses } of partsOf(request))
    losses.forEach((loss, index) => {
      const column = firstColumn + index;
      const name = `seed ${seed}, rate ${request.learningRates[column]}, batch size ${request.batchSizes[row]}`;
      check(loss, trained(request, seed, row, column), name);
    });
}

describe('a sweep', () => {
  const everyProblem = (Object.keys(pairProblems) as PairProblemId[]).filter(
    (problem) => !['tug-of-war', 'line-fit', 'rotated-valley', 'outlier'].includes(problem),
  );
  it.each([
    ...everyProblem.map((problem) => [problem, 'sgd', {}] as const),
    ['line-fit', 'adam', {}],
    ['tug-of-war', 'rprop', {}],
    ['sine-fit', 'nesterov', { momentum: 0.5 }],
    ['outlier', 'lion', {}],
  ] satisfies (readonly [PairProblemId, OptimizerId, Hyperparameters['optimizer']])[])(
    'of %s with %s takes the steps of the trainer to the last bit',
    (problem, optimizer, values) => {
      const request = requestOf(configOf(problem, { optimizer }), {
        hyperparameters: { ...hyperparameters, optimizer: values },
      });
      forEachCell(request, (found, expected, name) => expect(found, name).toBe(expected));
    },
  );

  it.each([
    ['line-fit', 'sgd', {}, {}],
    ['line-fit', 'sgd', { momentum: 0.6, dampening: 0.2, weightDecay: 0.1 }, {}],
    ['rotated-valley', 'nesterov', { momentum: 0.8 }, {}],
    ['tug-of-war', 'momentum', { momentum: 0.8, weightDecay: 0.3 }, {}],
    ['outlier', 'sgd', { weightDecay: 0.5 }, {}],
    ['line-fit', 'sgd', {}, { sampling: 'replacement' }],
    ['line-fit', 'sgd', {}, { sampling: 'once', dropLast: true }],
    ['tug-of-war', 'sgd', {}, { sampling: 'fixed' }],
  ] satisfies [PairProblemId, OptimizerId, Hyperparameters['optimizer'], Partial<RunConfig>][])(
    'of %s with %s %j %j from shared means agrees with the trainer to 1e-9',
    (problem, optimizer, values, change) => {
      const request = requestOf(configOf(problem, { optimizer, ...change }), {
        hyperparameters: { ...hyperparameters, optimizer: values },
      });
      let [stable, diverged] = [0, 0];
      forEachCell(request, (found, expected, name) => {
        // A run that is on its way out loses digits at every step; only that it is on its way can be compared.
        if (expected > 1e3) diverged++;
        else stable++;
        if (expected > 1e3) expect(found, name).toBeGreaterThan(0.999 * 1e3);
        else expect(Math.abs(found - expected), name).toBeLessThanOrEqual(1e-9 * expected);
      });
      expect(stable).toBeGreaterThan(15);
      expect(diverged).toBeGreaterThan(0);
    },
  );

  it.each([
    ['line-fit', 'sgd', { accumulate: 2 }],
    ['line-fit', 'sgd', { clipNorm: 0.4 }],
    ['sine-fit', 'momentum', { forgetZeroGrad: true, clipNorm: 0.3, accumulate: 2 }],
    ['circles', 'adam', {}],
    ['curve', 'sgd', { accumulate: 2, clipNorm: 0.5 }],
  ] satisfies (readonly [ProblemId, OptimizerId, Partial<Hyperparameters>])[])(
    'of %s with %s %j takes the steps of the trainer to the last bit, whatever becomes of the gradient',
    (problem, optimizer, change) => {
      const own = { ...configOf('line-fit', { optimizer }), problem };
      const request = requestOf(problem === 'line-fit' || problem === 'sine-fit' ? own : { ...own, start: [0, 0] }, {
        ...{ hyperparameters: { ...hyperparameters, ...change }, seeds: 1, batchSizes: [3, 16], steps: 40 },
      });
      forEachCell(request, (found, expected, name) => expect(found, name).toBe(expected));
    },
  );

  it('follows schedules, from shared means too', () => {
    for (const [problem, optimizer] of [
      ['line-fit', 'sgd'],
      ['sine-fit', 'sgd'],
      ['line-fit', 'momentum'],
    ] as const)
      for (const kind of ['cosine', 'oneCycle'] as const) {
        const values = kind === 'oneCycle' ? { totalSteps: 120 } : {};
        const schedule = { kind: scheduleIds[kind], unit: 'step', warmup: 5, values } as const;
        const request = requestOf(configOf(problem, { optimizer }), {
          hyperparameters: { ...hyperparameters, schedule },
          learningRates: [0.01, 0.05],
        });
        forEachCell(request, (found, expected, name) =>
          expect(Math.abs(found - expected), name).toBeLessThanOrEqual(1e-9 * expected),
        );
      }
  });

  it('says which cells diverge, and keeps them apart from the median', () => {
    const request = requestOf(configOf('line-fit'), { learningRates: [0.05, 5], seeds: 3 });
    const map = sweepTask(request).conclude(partsOf(request));
    for (let row = 0; row < 4; row++) {
      expect([map.diverged[2 * row], map.diverged[2 * row + 1]]).toEqual([0, 1]);
      expect(map.median[2 * row]).toBeLessThan(5);
      expect(map.median[2 * row + 1]).toBe(Number.POSITIVE_INFINITY);
    }
  });

  it('has one result whatever the order of its parts, and whoever computes them', () => {
    for (const problem of ['line-fit', 'sine-fit'] as const) {
      const request = requestOf(configOf(problem), { seeds: 3 });
      const straight = sweepTask(request).conclude(partsOf(request));
      const [one, other] = [sweepTask(request), sweepTask(request)];
      const order = Int32Array.from({ length: one.count }, (_, part) => part);
      new Random(2).shuffle(order);
      const parts = [...order].map((part, index) => (index % 2 ? one : other).compute(part));
      expect(one.conclude(parts)).toEqual(straight);
    }
  });

  it('fills its map part by part', () => {
    const request = requestOf(configOf('tug-of-war'));
    const collector = new SweepCollector(request);
    expect([...collector.map.median]).toEqual(Array(16).fill(Number.NaN));
    const parts = partsOf(request);
    collector.add(parts[0]);
    expect([...collector.map.median].filter((value) => !Number.isNaN(value)).length).toBe(4);
    for (const part of parts.slice(1)) collector.add(part);
    expect(collector.map).toEqual(sweepTask(request).conclude(parts));
  });

  it('is cut into parts of bounded work where every example counts', () => {
    const request = requestOf(configOf('sine-fit', { examples: 1000 }), {
      batchSizes: [1, 1000],
      steps: 500,
      seeds: 1,
    });
    const task = sweepTask(request);
    expect(task.count).toBe(2);
    const wide = sweepTask({ ...request, learningRates: rateAxis(0.001, 1, 16) });
    expect(wide.count).toBe(1 + 4);
  });

  it('refuses what no run could take', () => {
    const request = requestOf(configOf('line-fit'));
    expect(() => sweepTask({ ...request, learningRates: [0.1, 0] })).toThrow(/learning rate/);
    expect(() => sweepTask({ ...request, batchSizes: [41] })).toThrow(/batch size/);
    expect(() => sweepTask({ ...request, seeds: 0 })).toThrow(RangeError);
    expect(() => sweepTask({ ...request, steps: 1.5 })).toThrow(RangeError);
  });
});

const scheduleIds = { cosine: 'cosine', oneCycle: 'one-cycle' } as const;

describe('axes', () => {
  it('grow by one factor', () => {
    const rates = rateAxis(0.001, 1, 16);
    expect([rates[0], rates[15], rates.length]).toEqual([0.001, 1, 16]);
    for (let index = 1; index < 16; index++) expect(rates[index] / rates[index - 1]).toBeCloseTo(1000 ** (1 / 15), 10);
  });

  it('hold every batch size once, from one example to all', () => {
    expect([batchSizeAxis(1000, 16).length, batchSizeAxis(37, 16).length]).toEqual([16, 13]);
    for (const examples of [10, 37, 1000]) {
      const sizes = batchSizeAxis(examples, 16);
      expect([sizes[0], sizes.at(-1)]).toEqual([1, examples]);
      expect(sizes).toEqual([...new Set(sizes)].toSorted((a, b) => a - b));
    }
  });
});

describe('a sequence of batches', () => {
  it.each([true, false])('is the one a run is fed, also beyond the orders that are kept (dropLast %s)', (dropLast) => {
    const config = configOf('sine-fit', { examples: 30, dropLast });
    const trainer = new Trainer();
    trainer.start(config);
    const request = { steps: 1, milliseconds: Number.POSITIVE_INFINITY, stepLimit: 1e9, beyondConvergence: true };
    const sequence = new BatchSequence(new EpochOrders(config.seed, config.sampling, 30), 8, dropLast);
    let detail = trainer.advance({
      ...request,
      steps: 0,
      hyperparameters: { ...hyperparameters, batchSize: 8 },
    }).detail;
    for (let step = 0; step < 50; step++) {
      sequence.advance();
      expect([...sequence.order.subarray(sequence.offset, sequence.offset + sequence.size)]).toEqual([...detail.batch]);
      expect(sequence.epoch).toBe(detail.epoch);
      detail = trainer.advance({
        ...request,
        hyperparameters: { ...hyperparameters, learningRate: 0.01, batchSize: 8 },
      }).detail;
    }
  });

  it('shuffles again, to the same order, what is too long to keep', () => {
    const orders = new EpochOrders(1, 'reshuffle', 400_000);
    const startOf = (epoch: number): number[] => [...orders.of(epoch).subarray(0, 20)];
    const third = startOf(3);
    expect(startOf(0)).not.toEqual(third);
    expect(startOf(4)).not.toEqual(third);
    expect(startOf(3)).toEqual(third);
    expect(third).toEqual([...new EpochOrders(1, 'reshuffle', 400_000).of(3).subarray(0, 20)]);
  });
});
