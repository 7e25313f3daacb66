// Many seeds, many starts, and the range test.

import { describe, expect, it } from 'vitest';
import { type OptimizerId, optimizers } from '../optimizers/index.ts';
import { present } from '../present.ts';
import type { Problem } from '../problem.ts';
import { type PairProblemId, type ProblemId, pairProblems, problems } from '../problems/index.ts';
import { generateExamples, resolvePair } from '../run/configuration.ts';
import { type Steps, stepColumn } from '../run/log.ts';
import type { Hyperparameters, RunConfig } from '../run/run.ts';
import { Trainer } from '../run/trainer.ts';
import { groupMinima, hasDiverged, Landscape, stillMoving } from '../theory/minima.ts';
import type { Domain } from '../vector.ts';
import { type BasinPart, type BasinRequest, basinTask } from './basins.ts';
import { bandOf, type EnsembleRequest, ensembleTask } from './ensemble.ts';
import { testRateRange } from './rateRange.ts';
import { createTask } from './tasks.ts';

const configOf = (problem: ProblemId, change: Partial<RunConfig> = {}): RunConfig => {
  const definition: Problem = problems[problem];
  const fields = Object.fromEntries(definition.fields.map((field) => [field.name, field.default]));
  const { noise, examples } = definition.defaults;
  return {
    ...{ problem, settings: {}, examples, noise, seed: 6, start: definition.start(fields) },
    ...{ optimizer: 'sgd', sampling: 'reshuffle', dropLast: false },
    ...change,
  };
};

const domainOf = (problem: ProblemId): Domain => {
  const definition: Problem = problems[problem];
  return definition.domain(Object.fromEntries(definition.fields.map((field) => [field.name, field.default])));
};

const hyperparametersOf = (learningRate: number, batchSize: number): Hyperparameters => ({
  learningRate,
  batchSize,
  optimizer: {},
  schedule: { kind: 'constant', unit: 'step', warmup: 0, values: {} },
});

const stepsOf = (trainer: Trainer, steps: number, hyperparameters: Hyperparameters): Steps =>
  trainer.advance({ steps, milliseconds: Number.POSITIVE_INFINITY, stepLimit: 1e9, hyperparameters }).steps;

const everyPart = <Part, Result>(task: {
  count: number;
  compute(part: number): Part;
  conclude(parts: Part[]): Result;
}) => {
  const parts = Array.from({ length: task.count }, (_, part) => task.compute(part));
  return { parts, result: task.conclude(parts) };
};

describe('contenders', () => {
  it('of equal settings have bit-identical paths, whoever goes first and however far at a time', () => {
    const hyperparameters = hyperparametersOf(0.3, 5);
    const together = [new Trainer(), new Trainer()];
    for (const trainer of together) trainer.start(configOf('sine-fit', { optimizer: 'adam' }));
    const paths: number[][] = [[], []];
    for (let turn = 0; turn < 60; turn++) {
      for (const index of turn % 2 ? [1, 0] : [0, 1]) {
        const steps = stepsOf(together[index], index === 0 ? 5 : 1 + (turn % 9), hyperparameters);
        paths[index].push(...stepColumn(steps, 'w1'));
      }
    }
    const alone = new Trainer();
    alone.start(configOf('sine-fit', { optimizer: 'adam' }));
    const path = [...stepColumn(stepsOf(alone, 300, hyperparameters), 'w1')];
    expect(paths[0]).toEqual(path);
    expect(paths[1].slice(0, 290)).toEqual(path.slice(0, 290));
    expect(paths[1].length).toBeGreaterThanOrEqual(290);
  });
});

describe('many seeds', () => {
  const config = configOf('gaussian-wells');
  const request: EnsembleRequest = {
    config,
    edits: [
      { step: 0, hyperparameters: hyperparametersOf(0.35, 4) },
      { step: 130, hyperparameters: hyperparametersOf(0.1, 16) },
    ],
    members: 12,
    steps: 400,
    points: 41,
    loss: 'full',
  };

  it('begin with the run itself, edits included, to the last bit', () => {
    const { path, losses, member } = ensembleTask(request).compute(0);
    const trainer = new Trainer();
    trainer.start(config);
    const steps = [stepsOf(trainer, 130, request.edits[0].hyperparameters)];
    steps.push(stepsOf(trainer, 271, request.edits[1].hyperparameters));
    const w1 = steps.flatMap((some) => [...stepColumn(some, 'w1')]);
    const w2 = steps.flatMap((some) => [...stepColumn(some, 'w2')]);
    expect(member).toBe(0);
    for (let point = 0; point < 41; point++) {
      expect([path[2 * point], path[2 * point + 1]]).toEqual([w1[10 * point], w2[10 * point]]);
      expect(losses[point]).toBe(trainer.losses(Float64Array.of(w1[10 * point], w2[10 * point]))[0]);
    }
    const batch = ensembleTask({ ...request, loss: 'batch' }).compute(0);
    const losses1 = steps.flatMap((some) => [...stepColumn(some, 'batchLoss')]);
    expect([...batch.losses.subarray(0, 40)]).toEqual(losses1.filter((_, step) => step % 10 === 0).slice(0, 40));
  });

  it('are one and the same never shuffled, differ by rounding with whole batches, and truly with draws', () => {
    const spreadOf = (sampling: RunConfig['sampling'], learningRate: number, own = config): number => {
      const whole = { step: 0, hyperparameters: hyperparametersOf(learningRate, own.examples) };
      const task = ensembleTask({ ...request, config: { ...own, sampling }, edits: [whole], members: 6 });
      const ends = everyPart(task).parts.map(({ path }) => path[80]);
      return Math.max(...ends) - Math.min(...ends);
    };
    expect(spreadOf('fixed', 0.35)).toBe(0);
    expect(spreadOf('reshuffle', 0.35)).toBeLessThan(1e-9);
    expect(spreadOf('replacement', 0.35)).toBeGreaterThan(1e-3);
    // At a rate where the run is chaotic the roundings grow until the runs are apart.
    expect(spreadOf('reshuffle', 1, configOf('sine-fit'))).toBeGreaterThan(1e-3);
  });

  it('differ in their shuffles only, and their order never changes a result', () => {
    const task = ensembleTask(request);
    const { parts, result } = everyPart(task);
    expect(new Set(parts.map(({ path }) => path[80])).size).toBe(12);
    expect(new Set(parts.map(({ path }) => path[0])).size).toBe(1);
    const other = ensembleTask(request);
    const backward = parts.map((_, member) => other.compute(11 - member));
    expect(other.conclude(backward)).toEqual(result);
    expect(other.conclude(parts)).toEqual(result);
  });

  it('tell in which minimum they ended, each counted once', () => {
    const edits = [{ step: 0, hyperparameters: hyperparametersOf(0.35, 1) }];
    const { parts, result } = everyPart(ensembleTask({ ...request, members: 40, edits }));
    const { minima, shares, moving, diverged, ends } = result;
    expect(shares.reduce((sum, share) => sum + share, moving + diverged)).toBeCloseTo(1, 12);
    expect(diverged).toBe(0);
    // Two wells, near (−1, 0) and (1, 0), the deeper one first; single examples kick some runs from one to the other.
    expect(minima.length).toBe(2);
    expect(Math.abs(minima[0].weights[0] + minima[1].weights[0])).toBeLessThan(0.4);
    expect(minima[0].loss).toBeLessThan(minima[1].loss);
    expect(shares.every((share) => share > 0 && share < 1)).toBe(true);
    parts.forEach(({ path }, member) => {
      const end = ends[member];
      if (end !== stillMoving && Math.abs(path[80]) > 0.5)
        expect(Math.sign(minima[end].weights[0])).toBe(Math.sign(path[80]));
    });
  });

  it('report the ones that diverge, which stop alone and leave the band finite', () => {
    // Around this rate some shuffles run away and others do not.
    const { parts, result } = everyPart(
      ensembleTask({
        ...request,
        config: configOf('two-layer-product', { start: [2.2, 1.6] }),
        edits: [{ step: 0, hyperparameters: hyperparametersOf(0.16, 1) }],
        members: 30,
        points: 401,
      }),
    );
    expect(result.diverged).toBeGreaterThan(0);
    expect(result.diverged).toBeLessThan(1);
    parts.forEach(({ divergedAt, rest, losses, path }, member) => {
      expect(rest === null).toBe(divergedAt !== null);
      expect(result.ends[member] === hasDiverged).toBe(divergedAt !== null);
      expect(path.every(Number.isFinite)).toBe(true);
      result.pointSteps.forEach((step, point) => {
        expect(losses[point] === Number.POSITIVE_INFINITY).toBe(divergedAt !== null && step >= divergedAt);
      });
    });
  });

  it('have median and quartiles between the two nearest', () => {
    const band = bandOf([5, 1, Number.POSITIVE_INFINITY, 2].map((value) => Float64Array.of(value, 1)));
    expect([...band.median]).toEqual([3.5, 1]);
    expect([...band.lowerQuartile]).toEqual([1.75, 1]);
    expect([...band.upperQuartile]).toEqual([Number.POSITIVE_INFINITY, 1]);
    expect(bandOf([Float64Array.of(3)]).median[0]).toBe(3);
  });

  it('are refused where they could not run', () => {
    expect(() => ensembleTask({ ...request, edits: request.edits.slice(1) })).toThrow(/step 0/);
    expect(() => ensembleTask({ ...request, members: 0 })).toThrow(RangeError);
    expect(() => ensembleTask({ ...request, points: 1 })).toThrow(RangeError);
    const edits = [{ step: 0, hyperparameters: hyperparametersOf(0.1, 1000) }];
    expect(() => ensembleTask({ ...request, edits })).toThrow(/batch size/);
  });
});

describe('minima', () => {
  const landscapeOf = (problem: ProblemId, change: Partial<RunConfig> = {}): Landscape => {
    const config = configOf(problem, change);
    return new Landscape(resolvePair(config), generateExamples(config));
  };

  it('are one where no barrier stands between, as along the valleys of the two-layer product', () => {
    const landscape = landscapeOf('two-layer-product');
    const places = [0.6, 0.8, 1, 1.3, 1.7, 2.1].flatMap((w) =>
      [1, -1].map((sign) => landscape.settle([sign * w, sign / w])),
    );
    const { minima, index } = groupMinima(landscape, places);
    expect(minima.length).toBe(2);
    expect([...index].map((end) => end === index[0])).toEqual(places.map((_, place) => place % 2 === 0));
    for (const { loss } of minima) expect(loss).toBeCloseTo(minima[0].loss, 6);
  });

  it('are several where barriers stand between, each a point where the gradient is zero', () => {
    const landscape = landscapeOf('sine-fit');
    const places = Array.from({ length: 300 }, (_, cell) =>
      landscape.settle([-5 + (cell % 20) / 2, -3 + Math.floor(cell / 20) / 2.5]),
    );
    const { minima, index } = groupMinima(landscape, places);
    expect(minima.length).toBeGreaterThan(3);
    for (const { weights, isFlat } of minima) {
      expect(Math.hypot(...landscape.gradient(...weights))).toBeLessThan(1e-5);
      expect(isFlat).toBe(false);
    }
    expect(minima.map(({ loss }) => loss)).toEqual(minima.map(({ loss }) => loss).toSorted((a, b) => a - b));
    places.forEach(({ isMoving, loss }, place) => {
      if (isMoving) expect(index[place]).toBe(stillMoving);
      else expect(minima[index[place]].loss).toBeLessThanOrEqual(loss);
    });
  });

  it('settle by the point alone, not by what was settled before', () => {
    const [fresh, used] = [landscapeOf('sine-fit'), landscapeOf('sine-fit')];
    for (let place = 0; place < 40; place++) used.settle([1.5 + place * 1e-3, 0.4]);
    expect(used.settle([1.5391, 0.4005])).toEqual(fresh.settle([1.5391, 0.4005]));
  });

  it('know a dead region as flat, and the corner of an absolute error as a bottom', () => {
    const corner = landscapeOf('outlier', { settings: { loss: 'mae' } });
    expect(groupMinima(corner, [corner.settle([0.9, 0.2])]).minima[0].isFlat).toBe(false);
    const landscape = landscapeOf('relu-neuron');
    const dead = landscape.settle([0, -2]);
    expect(dead.isMoving).toBe(false);
    const { minima } = groupMinima(landscape, [dead, landscape.settle([1.4, -0.5])]);
    expect(minima.map(({ isFlat }) => isFlat)).toEqual([false, true]);
  });
});

describe('a basin map', () => {
  const request: BasinRequest = {
    config: configOf('gaussian-wells'),
    hyperparameters: hyperparametersOf(0.35, 120),
    domain: { x: [-1.6, 1.6], y: [-0.8, 0.8] },
    columns: 16,
    rows: 12,
    steps: 300,
  };

  it('gives each start the minimum of the run from there', () => {
    const { parts, result } = everyPart(basinTask(request));
    const { config, hyperparameters, domain } = request;
    expect(result.minima.length).toBe(2);
    const ends = new Map((parts as BasinPart[]).map(({ row, ends }) => [row, ends]));
    for (const [column, row] of [
      [0, 0],
      [15, 11],
      [7, 5],
      [9, 6],
      [3, 10],
    ] as const) {
      const start = [domain.x[0] + ((column + 0.5) / 16) * 3.2, domain.y[0] + ((row + 0.5) / 12) * 1.6] as const;
      const trainer = new Trainer();
      trainer.start({ ...config, start });
      const [w1, w2] = trainer.advance({
        ...{ steps: 300, milliseconds: Number.POSITIVE_INFINITY, stepLimit: 300, hyperparameters },
      }).detail.weights;
      // The map stops a run a little before the trainer would call it converged.
      expect(present(ends.get(row))[2 * column]).toBeCloseTo(w1, 3);
      expect(present(ends.get(row))[2 * column + 1]).toBeCloseTo(w2, 3);
      const { weights } = result.minima[result.index[row * 16 + column]];
      expect(Math.hypot(weights[0] - w1, weights[1] - w2)).toBeLessThan(0.02);
    }
    // The left half falls into the left well, the right half into the right one, but for cells on the ridge.
    const sides = [...result.index].map((end, cell) => [end, cell % 16 < 8] as const);
    const left = present(sides.find(([, isLeft]) => isLeft))[0];
    expect(sides.filter(([end, isLeft]) => (end === left) === isLeft).length).toBeGreaterThan(0.9 * 16 * 12);
  });

  it('takes the very steps of the trainer with small batches', () => {
    const small = { ...request, hyperparameters: hyperparametersOf(0.2, 8), steps: 70, rows: 1, columns: 3 };
    const { ends } = basinTask(small).compute(0);
    for (let column = 0; column < 3; column++) {
      const trainer = new Trainer();
      trainer.start({ ...small.config, start: [-1.6 + ((column + 0.5) / 3) * 3.2, 0] });
      stepsOf(trainer, 70, small.hyperparameters);
      expect([...ends.subarray(2 * column, 2 * column + 2)]).toEqual([
        ...trainer.preview(70, small.hyperparameters).weights,
      ]);
    }
  });

  it('knows starts that diverge and starts that are still on their way', () => {
    const steep = { ...request, config: configOf('two-layer-product'), domain: domainOf('two-layer-product') };
    const { result } = everyPart(basinTask({ ...steep, hyperparameters: hyperparametersOf(0.3, 60), steps: 200 }));
    expect(result.diverged).toBeGreaterThan(0.05);
    expect(result.diverged).toBeLessThan(0.95);
    expect(result.index.filter((end) => end === hasDiverged).length / 192).toBeCloseTo(result.diverged, 12);
    const slow = everyPart(basinTask({ ...request, hyperparameters: hyperparametersOf(0.001, 120), steps: 20 })).result;
    expect(slow.moving).toBeGreaterThan(0.5);
    const flat = { ...request, config: configOf('line-fit'), domain: domainOf('line-fit') };
    expect(everyPart(basinTask({ ...flat, hyperparameters: hyperparametersOf(0.2, 100) })).result.shares).toEqual([1]);
  });

  it('computes every row once, in any order, with one result', () => {
    for (const rows of [1, 5, 12]) {
      const some = { ...request, rows, columns: 4, steps: 40 };
      const { parts, result } = everyPart(basinTask(some));
      expect((parts as BasinPart[]).map(({ row }) => row).toSorted((a, b) => a - b)).toEqual([...Array(rows).keys()]);
      const task = createTask('basins', some);
      const backward = Array.from({ length: rows }, (_, part) => task.compute(rows - 1 - part));
      expect(task.conclude(backward)).toEqual(result);
    }
  });
});

describe('the range test', () => {
  const test = (problem: ProblemId, change: Partial<Parameters<typeof testRateRange>[0]> = {}) =>
    testRateRange({
      ...{ config: configOf(problem), hyperparameters: hyperparametersOf(1, 8), lowest: 1e-4, highest: 10, steps: 200 },
      ...change,
    });

  it('grows the rate by one factor and stops where the loss has run away', () => {
    const { rates, diverged, batchLosses, fullLosses, suggestion } = test('line-fit');
    expect(rates[0]).toBe(1e-4);
    for (let step = 1; step < rates.length; step++)
      expect(rates[step] / rates[step - 1]).toBeCloseTo(1e5 ** (1 / 199), 9);
    expect(diverged).toBe(true);
    expect(rates.length).toBeLessThan(200);
    expect([batchLosses.length, fullLosses.length]).toEqual([rates.length, rates.length]);
    expect(suggestion.reason).toBe('belowTheTurn');
  });

  it('suggests a rate at which the full batch converges', () => {
    // Without noise the run is at the minimum long before the rate passes 2/λ, so that growth shows late.
    const { suggestion } = test('line-fit', { hyperparameters: hyperparametersOf(1, 100) });
    if (suggestion.reason !== 'belowTheLimit') throw new Error(suggestion.reason);
    expect(suggestion.limit).toBeCloseTo(0.38, 1);
    expect(suggestion.rate).toBe(Number((suggestion.limit / 3).toPrecision(2)));
  });

  it('says when the loss never rose, and when it never fell', () => {
    expect(test('line-fit', { highest: 0.05 }).suggestion).toEqual({
      reason: 'neverRose',
      rate: expect.closeTo(0.05, 9),
    });
    expect(test('line-fit', { highest: 1e-6, lowest: 1e-7 }).suggestion).toEqual({ reason: 'neverFell' });
    expect(() => test('line-fit', { highest: 1e-5 })).toThrow(RangeError);
  });

  it.each(Object.keys(optimizers) as OptimizerId[])(
    'suggests only rates that hold for 3,000 steps: %s',
    (optimizer) => {
      for (const problem of Object.keys(pairProblems) as PairProblemId[]) {
        const config = configOf(problem, { optimizer });
        const hyperparameters = hyperparametersOf(0.1, 2);
        const { suggestion } = test(problem, { config, hyperparameters, lowest: 1e-4, highest: 100 });
        if (!('rate' in suggestion)) continue;
        const trainer = new Trainer();
        trainer.start(config);
        const { end } = trainer.advance({
          ...{ steps: 3000, milliseconds: Number.POSITIVE_INFINITY, stepLimit: 1e9, beyondConvergence: true },
          hyperparameters: { ...hyperparameters, learningRate: suggestion.rate },
        });
        expect(end, `${problem}, ${JSON.stringify(suggestion)}`).not.toBe('diverged');
      }
    },
  );

  it('ramps any optimizer', () => {
    const { suggestion } = test('sine-fit', { config: configOf('sine-fit', { optimizer: 'adam' }) });
    expect(suggestion.reason).not.toBe('neverFell');
  });
});
