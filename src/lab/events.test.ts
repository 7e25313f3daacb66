// Every event is held against what the run really does, over problems, rules, rates, batch sizes, and seeds.

import { describe, expect, it } from 'vitest';
import { samplings } from '../training/batches.ts';
import { networkObjective } from '../training/objective/networkObjective.ts';
import type { OptimizerId } from '../training/optimizers/index.ts';
import { type PairProblemId, pairProblems } from '../training/problems/index.ts';
import { stepColumn } from '../training/run/log.ts';
import { giveNetworks } from '../training/run/networks.ts';
import type { Hyperparameters, RunConfig, StepDetail } from '../training/run/run.ts';
import { Trainer } from '../training/run/trainer.ts';
import type { Weights } from '../training/vector.ts';
import { defaultConfig, defaultHyperparameters } from './defaults.ts';
import { eventOf, manySteps, type RunEvent } from './events.ts';

const problemIds = Object.keys(pairProblems) as PairProblemId[];

interface Run {
  readonly config: RunConfig;
  readonly hyperparameters: Hyperparameters;
  readonly trainer: Trainer;
  readonly x: number[];
  readonly y: number[];
}

function begin(config: RunConfig, hyperparameters: Hyperparameters): Run {
  const trainer = new Trainer();
  trainer.start(config);
  return { config, hyperparameters, trainer, x: [], y: [] };
}

/** Goes on by so many steps, keeps the path, and gives the pending step with the curvature there. */
function advance(run: Run, steps: number): StepDetail {
  const { trainer, hyperparameters } = run;
  const limits = {
    milliseconds: Number.POSITIVE_INFINITY,
    stepLimit: 1e9,
    hyperparameters,
    measures: ['largestEigenvalue'],
  };
  let detail = trainer.advance({ ...limits, steps: 0 } as Parameters<Trainer['advance']>[0]).detail;
  for (let step = 0; step < steps; step++) {
    run.x.push(detail.weights[0]);
    run.y.push(detail.weights[1]);
    ({ detail } = trainer.advance({ ...limits, steps: 1 } as Parameters<Trainer['advance']>[0]));
  }
  return detail;
}

const eventAt = (run: Run, detail: StepDetail): RunEvent | null => {
  const { config, hyperparameters, x, y } = run;
  const path = {
    x: Float64Array.from([...x, detail.weights[0]]),
    y: Float64Array.from([...y, detail.weights[1]]),
    rows: x.length + 1,
  };
  const edits = [{ step: 0, hyperparameters }];
  return eventOf({ config, hyperparameters, detail }, { path, edits, stride: 1 } as unknown as Parameters<
    typeof eventOf
  >[1]);
};

const usual = (problem: PairProblemId, optimizer: OptimizerId, change: Partial<Hyperparameters> = {}): Run =>
  begin(defaultConfig(problem, optimizer), { ...defaultHyperparameters(problem, optimizer), ...change });

/** Where plain descent with all examples leads from here: near a minimum it is that minimum. */
function downhillFrom(config: RunConfig, start: Weights): Weights {
  const trainer = new Trainer();
  const limits = { steps: 4000, milliseconds: Number.POSITIVE_INFINITY, stepLimit: 1e9 };
  trainer.start({ ...config, optimizer: 'sgd', start });
  const base = { ...defaultHyperparameters(config.problem, 'sgd'), batchSize: config.examples };
  const { largestEigenvalue } = trainer.advance({ ...limits, steps: 0, hyperparameters: base }).detail;
  const learningRate = Math.min(2, 0.5 / Math.max(0.05, largestEigenvalue ?? 1));
  const { weights } = trainer.advance({ ...limits, hyperparameters: { ...base, learningRate } }).detail;
  return [weights[0], weights[1]];
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('a run that is said to circle a minimum', () => {
  it.each(problemIds)(
    'on %s does, and gets on no more',
    (problem) => {
      const { learningRate } = defaultHyperparameters(problem, 'sgd');
      for (const rate of [learningRate, 0.3 * learningRate]) {
        const run = usual(problem, 'sgd', { learningRate: rate, batchSize: 4 });
        const losses: number[] = [];
        const walk = (steps: number): StepDetail => {
          let detail = advance(run, 0);
          for (let step = 0; step < steps; step++) {
            losses.push(detail.fullLoss);
            detail = advance(run, 1);
          }
          return detail;
        };
        const isTold = (detail: StepDetail): boolean =>
          eventAt(run, { ...detail, offset: 1, largestEigenvalue: null })?.kind === 'circling';
        let looks = 0;
        while (looks < 7 && !isTold(walk(97))) looks++;
        if (looks === 7) continue;
        const length = Math.max(40, 2 * Math.ceil(run.config.examples / 4));
        const [xs, ys] = [run.x.slice(-length), run.y.slice(-length)];
        const [x, y] = [meanOf(xs), meanOf(ys)];
        const radius = Math.sqrt(meanOf(xs.map((value, index) => (value - x) ** 2 + (ys[index] - y) ** 2)));
        const minimum = downhillFrom(run.config, [x, y]);
        expect(Math.hypot(minimum[0] - x, minimum[1] - y) / radius, `${rate} at ${losses.length}`).toBeLessThan(1);
        const now = meanOf(losses.slice(-length));
        walk(6 * length);
        const gain = now - meanOf(losses.slice(-3 * length));
        expect(gain / (losses[0] - now), `${rate} at ${losses.length}`).toBeLessThan(0.1);
      }
    },
    60_000,
  );

  it('is one that was seen to for long enough', () => {
    const run = usual('line-fit', 'sgd');
    expect(eventAt(run, { ...advance(run, 70), offset: 1 })?.kind).not.toBe('circling');
    let later = { ...advance(run, 400), offset: 1 };
    while (eventAt(run, later)?.kind !== 'circling') later = { ...advance(run, 50), offset: 1 };
    const steady = run.hyperparameters;
    for (const change of [{ batchSize: 100 }, { schedule: { ...steady.schedule, kind: 'cosine' as const } }]) {
      const other = { ...run, hyperparameters: { ...steady, ...change } };
      const detail = {
        ...later,
        batch: later.batch.length < 100 && change.batchSize ? new Int32Array(100) : later.batch,
      };
      expect(eventAt(other, detail)?.kind).not.toBe('circling');
    }
  });
});

describe('a rate that is said to be too small', () => {
  const quadratic = ['tug-of-war', 'line-fit', 'outlier', 'rotated-valley'] as const;

  it.each(quadratic)('on %s takes less than a tenth of the way in 100 steps', (problem) => {
    let told = 0;
    for (const optimizer of ['sgd', 'momentum', 'nesterov'] as const)
      for (const power of [-1.5, -2, -2.5, -3, -3.5, -4, -4.5, -5]) {
        const batchSize = defaultConfig(problem, optimizer).examples;
        const run = usual(problem, optimizer, { learningRate: 10 ** power, batchSize });
        const start = advance(run, 0);
        if (eventAt(run, start)?.kind !== 'tooSmall') continue;
        told++;
        const minimum = downhillFrom(run.config, [start.weights[0], start.weights[1]]);
        const wayFrom = ({ weights }: StepDetail): number =>
          Math.hypot(weights[0] - minimum[0], weights[1] - minimum[1]);
        expect(wayFrom(advance(run, manySteps)) / wayFrom(start), `${optimizer} ${power}`).toBeGreaterThan(0.9);
      }
    expect(told).toBeGreaterThan(3);
  });

  it('is told only where the way is known', () => {
    for (const problem of problemIds) {
      const run = usual(problem, 'sgd', { learningRate: 1e-5 });
      const isKnown = quadratic.some((each) => each === problem);
      expect(eventAt(run, advance(run, 0))?.kind === 'tooSmall', problem).toBe(isKnown);
    }
    const run = usual('line-fit', 'adam', { learningRate: 1e-5 });
    expect(eventAt(run, advance(run, 0))?.kind).not.toBe('tooSmall');
  });
});

describe.each(samplings)('with the order %s', (sampling) => {
  it('what is said of a step is so, and an epoch begins where it is said to', () => {
    const kinds = new Set<string>();
    for (const problem of problemIds)
      for (const [batchSize, accumulate, dropLast, factor] of [
        [1, 1, false, 1],
        [8, 1, true, 1],
        [7, 2, false, 4],
        [5, 3, true, 1],
      ] as const) {
        const { learningRate } = defaultHyperparameters(problem, 'sgd');
        const change = { batchSize, accumulate, learningRate: learningRate * factor };
        const run = begin(
          { ...defaultConfig(problem, 'sgd'), sampling, dropLast },
          { ...defaultHyperparameters(problem, 'sgd'), ...change },
        );
        for (let step = 0; step < 30; step++) {
          const detail = advance(run, step === 0 ? 0 : 1);
          if (!Number.isFinite(detail.nextFullLoss)) break;
          const event = eventAt(run, detail);
          kinds.add(event?.kind ?? 'none');
          isTrue(run, detail, event);
        }
      }
    expect([...kinds]).toEqual(expect.arrayContaining(['none', 'newEpoch', 'overshoot']));
    expect(kinds.has('selfish')).toBe(sampling !== 'replacement');
  });
});

describe('of a network', () => {
  it('is said what its batch does to itself and to the rest, that an epoch begins, and where a step goes too far', () => {
    giveNetworks(networkObjective);
    const kinds = new Map<string, number>();
    const config = defaultConfig('circles', 'sgd');
    for (const learningRate of [0.1, 10]) {
      const run = begin(config, { ...defaultHyperparameters('circles', 'sgd'), learningRate });
      for (let step = 0; step < 60; step++) {
        const detail = advance(run, step === 0 ? 0 : 1);
        const event = eventAt(run, detail);
        kinds.set(event?.kind ?? 'none', (kinds.get(event?.kind ?? 'none') ?? 0) + 1);
        if (detail.epoch > 0 && detail.offset === 0 && event?.kind !== 'overshoot')
          expect(event?.kind).toBe('newEpoch');
        if (event?.kind === 'overshoot') {
          expect(event.limit).toBeNull();
          expect(detail.update.reduce((sum, entry, place) => sum + entry * detail.gradient[place], 0)).toBeLessThan(0);
          expect(detail.nextBatchLoss).toBeGreaterThan(detail.batchLoss);
        }
        if (event?.kind === 'selfish') {
          expect(event.others).toBe(config.examples - detail.batch.length);
          expect(event.batch.to).toBeLessThan(event.batch.from);
          const rest = (all: number, own: number): number =>
            (config.examples * all - detail.batch.length * own) / event.others;
          expect(event.rest.to).toBeCloseTo(rest(detail.nextFullLoss, detail.nextBatchLoss), 9);
          expect(event.rest.to).toBeGreaterThan(event.rest.from);
        }
      }
    }
    expect([...kinds.keys()]).toEqual(expect.arrayContaining(['newEpoch', 'overshoot', 'selfish']));
  });
});

describe('that a network circles a minimum', () => {
  // On the curve, where noise is largest: the sentence would be false for most seeds.
  const [looked, mostEpochs] = [20, 260];
  const perEpoch = defaultConfig('curve', 'sgd').examples / defaultHyperparameters('curve', 'sgd').batchSize;

  /** A run of `epochs` with its path, and the losses of its batches. */
  function networkRun(seed: number, epochs: number): { readonly run: Run; readonly losses: readonly number[] } {
    giveNetworks(networkObjective);
    const config = { ...defaultConfig('curve', 'sgd'), seed };
    const run = begin(config, defaultHyperparameters('curve', 'sgd'));
    const limits = { milliseconds: Number.POSITIVE_INFINITY, stepLimit: 1e9, hyperparameters: run.hyperparameters };
    const { steps } = run.trainer.advance({ ...limits, steps: epochs * perEpoch });
    run.x.push(...stepColumn(steps, 'w1'));
    run.y.push(...stepColumn(steps, 'w2'));
    return { run, losses: [...stepColumn(steps, 'batchLoss')] };
  }

  /** The mean loss of every epoch. */
  function epochLosses(seed: number): readonly number[] {
    const { losses } = networkRun(seed, mostEpochs);
    return Array.from({ length: mostEpochs }, (_, epoch) =>
      meanOf(losses.slice(epoch * perEpoch, (epoch + 1) * perEpoch)),
    );
  }

  /** By how much a straight line through them falls, in standard deviations of what is left beside it. */
  function fallOf(values: readonly number[]): number {
    const [middle, mean] = [(values.length - 1) / 2, meanOf(values)];
    const along = values.map((_, place) => place - middle);
    const slope = meanOf(values.map((value, place) => value * along[place])) / meanOf(along.map((own) => own * own));
    const deviation = Math.sqrt(meanOf(values.map((value, place) => (value - mean - slope * along[place]) ** 2)));
    return (-slope * (values.length - 1)) / deviation;
  }

  it('cannot be said of a loss that shows no trend: for most seeds it goes on to fall', () => {
    let [still, later] = [0, 0];
    for (let seed = 1; seed <= 20; seed++) {
      const losses = epochLosses(seed);
      const windowAt = (end: number): readonly number[] => losses.slice(end - looked, end);
      let end = looked;
      while (end <= mostEpochs - 6 * looked && fallOf(windowAt(end)) > 0.5) end += 10;
      if (end > mostEpochs - 6 * looked) continue;
      still++;
      if (meanOf(windowAt(end + 6 * looked)) < 0.9 * meanOf(windowAt(end))) later++;
    }
    expect(still).toBeGreaterThanOrEqual(18);
    expect(later).toBeGreaterThan(still / 2);
  });

  it('is not said, although two of its weights go round a place', () => {
    const { run } = networkRun(2, 30);
    const detail = { ...advance(run, 0), offset: 1 };
    for (const place of run.x.keys()) [run.x[place], run.y[place]] = [Math.cos(2.4 * place), Math.sin(2.4 * place)];
    expect(eventAt(run, detail)?.kind).not.toBe('circling');
    const pair = usual('line-fit', 'sgd', { batchSize: run.hyperparameters.batchSize });
    expect(eventAt({ ...run, config: pair.config }, detail)?.kind).toBe('circling');
  });
});

/** Holds an event against the losses of single examples, before the step and after it. */
function isTrue(run: Run, detail: StepDetail, event: RunEvent | null): void {
  const isFirst = detail.epoch > 0 && detail.offset === 0;
  if (event?.kind === 'newEpoch') {
    expect(isFirst).toBe(true);
    if (event.order !== 'drawn') expect(new Set(detail.order).size).toBe(detail.order.length);
  } else if (isFirst) expect(event?.kind).toBe('overshoot');
  if (event?.kind === 'overshoot') {
    const slope = detail.update.reduce((sum, entry, place) => sum + entry * detail.gradient[place], 0);
    expect(slope).toBeLessThan(0);
    expect(detail.nextBatchLoss).toBeGreaterThan(detail.batchLoss);
    expect(detail.learningRate).toBeGreaterThan(2 / (detail.largestEigenvalue ?? Number.NaN) - 1e-9);
  }
  if (event?.kind === 'selfish') {
    const batch = new Set(detail.batch);
    expect(event.others).toBe(run.config.examples - batch.size);
    const [before, after] = [lossesAt(run.config, detail.weights), lossesAt(run.config, movedBy(detail))];
    const rest = (losses: Float64Array): number =>
      meanOf(Array.from(losses).filter((_, example) => !batch.has(example)));
    expect(event.rest.from).toBeCloseTo(rest(before), 8);
    expect(event.rest.to).toBeCloseTo(rest(after), 8);
    expect(rest(after)).toBeGreaterThan(rest(before));
    expect(event.batch.to).toBeLessThan(event.batch.from);
  }
}

const movedBy = ({ weights, update }: StepDetail): Weights => [weights[0] + update[0], weights[1] + update[1]];

/** The loss of each example at these weights. */
function lossesAt(config: RunConfig, weights: ArrayLike<number>): Float64Array {
  const trainer = new Trainer();
  trainer.start({ ...config, sampling: 'fixed', start: [weights[0], weights[1]] });
  const hyperparameters = { ...defaultHyperparameters(config.problem, 'sgd'), batchSize: config.examples };
  const limits = { steps: 0, milliseconds: Number.POSITIVE_INFINITY, stepLimit: 1e9 };
  return Float64Array.from(trainer.advance({ ...limits, hyperparameters }).detail.loss);
}
