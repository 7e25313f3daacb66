// Where training with a constant rate ends: predictions against real runs of the training loop.

import { describe, expect, it } from 'vitest';
import { PathAverage } from '../../lab/compare/pathAverage.ts';
import { eigen, hessian, largestEigenvalue } from '../objective/curvature.ts';
import { type Cloud, cloudOf, ellipse, gradientCloud } from '../objective/noise.ts';
import { present } from '../present.ts';
import type { Problem } from '../problem.ts';
import { type ProblemId, problems } from '../problems/index.ts';
import { generateExamples, resolvePair } from '../run/configuration.ts';
import { Loop } from '../run/loop.ts';
import { Rule } from '../run/rule.ts';
import type { Hyperparameters, RunConfig } from '../run/run.ts';
import { setUp } from '../run/setup.ts';
import { largestStableRate, type NoiseFloor, noiseFloor } from './noiseFloor.ts';

const configOf = (problem: ProblemId, change: Partial<RunConfig> = {}): RunConfig => {
  const definition: Problem = problems[problem];
  const fields = Object.fromEntries(definition.fields.map((field) => [field.name, field.default]));
  const { noise, examples } = definition.defaults;
  return {
    ...{ problem, settings: {}, examples, noise, seed: 3, start: definition.start(fields) },
    ...{ optimizer: 'sgd', sampling: 'replacement', dropLast: false },
    ...change,
  };
};

const hyperparametersOf = (learningRate: number, batchSize: number, optimizer = {}): Hyperparameters => ({
  learningRate,
  batchSize,
  optimizer,
  schedule: { kind: 'constant', unit: 'step', warmup: 0, values: {} },
});

/** The cloud of the weights of a real run after `before` steps, over `steps` steps. */
function measure(config: RunConfig, hyperparameters: Hyperparameters, steps: number, before = 2000): Cloud {
  const loop = new Loop(setUp(config));
  loop.begin(new Rule(config.optimizer, hyperparameters));
  const pairs = new Float64Array(2 * steps);
  for (let step = 0; step < before + steps; step++) {
    if (step >= before) pairs.set(loop.weights, 2 * (step - before));
    loop.prepare();
    loop.commit();
  }
  return cloudOf(pairs);
}

function cloudIn(floor: NoiseFloor | null): Extract<NoiseFloor, { kind: 'cloud' }> {
  if (floor?.kind !== 'cloud') throw new Error(`No cloud but ${JSON.stringify(floor)}`);
  return floor;
}

/** Largest relative error of a variance in any direction: of the measured cloud, seen where the predicted one is round. */
function varianceError({ covariance: [m11, m12, m22] }: Cloud, [p11, p12, p22]: readonly number[]): number {
  const l11 = Math.sqrt(p11);
  const l21 = p12 / l11;
  const l22 = Math.sqrt(p22 - l21 * l21);
  const round11 = m11 / (l11 * l11);
  const round12 = (m12 - (l21 * m11) / l11) / (l11 * l22);
  const round22 = (m22 - (2 * l21 * m12) / l11 + (l21 * l21 * m11) / (l11 * l11)) / (l22 * l22);
  return Math.max(...eigen([round11, round12, round22]).values.map((value) => Math.abs(value - 1)));
}

describe('the predicted cloud', () => {
  const steps = 200_000;
  const cases = [
    { problem: 'tug-of-war', learningRate: 0.1, batchSize: 4, settings: {} },
    { problem: 'line-fit', learningRate: 0.1, batchSize: 1, settings: {} },
    { problem: 'line-fit', learningRate: 0.15, batchSize: 8, settings: { standardised: true } },
    { problem: 'rotated-valley', learningRate: 0.35, batchSize: 2, settings: { condition: 5, rotation: 40 } },
    { problem: 'outlier', learningRate: 0.1, batchSize: 7, settings: {} },
  ] as const;

  it.each(cases)(
    'of $problem ($learningRate, $batchSize) is within 5 % of the measured one over 200,000 steps',
    (run) => {
      const config = configOf(run.problem, { settings: run.settings });
      const hyperparameters = hyperparametersOf(run.learningRate, run.batchSize);
      const floor = cloudIn(noiseFloor(config, hyperparameters));
      expect(floor.exactFor).toBe('sampling');
      const cloud = measure(config, hyperparameters, steps, Math.max(1000, floor.transient));
      expect(varianceError(cloud, floor.covariance)).toBeLessThan(0.05);
      const [predicted, measured] = [ellipse(floor.covariance, 2), ellipse(cloud.covariance, 2)];
      for (const axis of [0, 1] as const)
        expect(Math.abs(measured.semiAxes[axis] / predicted.semiAxes[axis] - 1)).toBeLessThan(0.05);
      const across = Math.sqrt(floor.covariance[0] + floor.covariance[2]);
      expect(Math.abs(cloud.mean[0] - floor.mean[0])).toBeLessThan(0.05 * across);
      expect(Math.abs(cloud.mean[1] - floor.mean[1])).toBeLessThan(0.05 * across);
    },
    20_000,
  );

  it.each([
    { optimizer: 'momentum', values: { momentum: 0.7 } },
    { optimizer: 'nesterov', values: { momentum: 0.6, weightDecay: 0.1 } },
    { optimizer: 'sgd', values: { momentum: 0.5, dampening: 0.3 } },
  ] as const)(
    'holds for $optimizer with $values',
    ({ optimizer, values }) => {
      const config = configOf('line-fit', { optimizer, examples: 30 });
      const hyperparameters = hyperparametersOf(0.08, 3, values);
      const floor = cloudIn(noiseFloor(config, hyperparameters));
      expect(varianceError(measure(config, hyperparameters, steps), floor.covariance)).toBeLessThan(0.05);
    },
    20_000,
  );

  it('averages over an epoch whose last batch is shorter', () => {
    const config = configOf('tug-of-war', { examples: 10 });
    const [even, uneven] = [hyperparametersOf(0.2, 5), hyperparametersOf(0.2, 7)];
    const floor = cloudIn(noiseFloor(config, uneven));
    // Were the last batch of 3 as good as one of 7, the cloud would be this one scaled by 5/7.
    expect(floor.covariance[0]).toBeGreaterThan(1.2 * (5 / 7) * cloudIn(noiseFloor(config, even)).covariance[0]);
    expect(varianceError(measure(config, uneven, steps), floor.covariance)).toBeLessThan(0.05);
  }, 20_000);
});

describe('Tug of war', () => {
  // The rate acts on the gradient 2 (w − mean), so that a = 2 rate pulls: variance a/(2 − a) of the cloud's over B.
  it.each([0.025, 0.1, 0.25, 0.5, 0.75].flatMap((rate) => [1, 4, 16].map((batchSize) => ({ rate, batchSize }))))(
    'has its closed form as prediction and, within 5 %, as measurement: $rate, $batchSize',
    ({ rate, batchSize }) => {
      const config = configOf('tug-of-war', { examples: 64 });
      const { x1, x2 } = generateExamples(config);
      const spread = cloudOf(Float64Array.from([...x1].flatMap((value, index) => [value, x2[index]]))).covariance;
      const factor = (2 * rate) / (2 - 2 * rate) / batchSize;
      const hyperparameters = hyperparametersOf(rate, batchSize);
      // As many independent points for every rate: the weights forget within about 1/rate steps.
      const steps = Math.max(60_000, 16_000 / rate);
      const floor = cloudIn(noiseFloor(config, hyperparameters));
      for (const entry of [0, 1, 2] as const)
        expect(floor.covariance[entry] / (factor * spread[entry])).toBeCloseTo(1, 9);
      expect(varianceError(measure(config, hyperparameters, steps), floor.covariance)).toBeLessThan(0.05);
    },
    20_000,
  );

  it.each([
    { learningRate: 0.2, batchSize: 1, optimizer: 'sgd', values: {} },
    { learningRate: 0.05, batchSize: 8, optimizer: 'sgd', values: {} },
    { learningRate: 0.2, batchSize: 7, optimizer: 'sgd', values: { weightDecay: 0.2 } },
    { learningRate: 0.1, batchSize: 7, optimizer: 'momentum', values: { momentum: 0.6 } },
  ] as const)(
    'is predicted exactly when reshuffled too: $learningRate, $batchSize, $optimizer $values',
    ({ learningRate, batchSize, optimizer, values }) => {
      const config = configOf('tug-of-war', { examples: 32, sampling: 'reshuffle', optimizer });
      const hyperparameters = hyperparametersOf(learningRate, batchSize, values);
      const floor = cloudIn(noiseFloor(config, hyperparameters));
      expect(floor.exactFor).toBe('sampling');
      expect(varianceError(measure(config, hyperparameters, 200_000), floor.covariance)).toBeLessThan(0.05);
    },
    20_000,
  );

  it('with rate 1/t and single examples is at the running mean of what it has seen', () => {
    // One step of rate r/2 moves the share r of the way: w += r (x − w), and r = 1/t makes w the mean of t examples.
    const config = configOf('tug-of-war', { examples: 50, sampling: 'reshuffle' });
    const setup = setUp(config);
    const { examples } = setup;
    const loop = new Loop(setup);
    let [sum1, sum2] = [0, 0];
    for (let t = 1; t <= 150; t++) {
      const rule = new Rule('sgd', hyperparametersOf(1 / (2 * t), 1));
      if (t === 1) loop.begin(rule);
      loop.follow(rule);
      loop.prepare();
      loop.commit();
      sum1 += examples.x1[loop.order[loop.offset]];
      sum2 += examples.x2[loop.order[loop.offset]];
      expect(loop.weights[0]).toBeCloseTo(sum1 / t, 12);
      expect(loop.weights[1]).toBeCloseTo(sum2 / t, 12);
    }
    const mean = examples.x1.reduce((sum, value) => sum + value, 0) / 50;
    expect(loop.weights[0]).toBeCloseTo(mean, 13);
  });
});

describe('sampling', () => {
  it('in one fixed order ends in a cycle, which is computed', () => {
    for (const sampling of ['fixed', 'once'] as const) {
      const config = configOf('line-fit', { sampling, examples: 30 });
      for (const [optimizer, values] of [
        ['sgd', {}],
        ['nesterov', { momentum: 0.5 }],
      ] as const) {
        const run = { ...config, optimizer };
        const hyperparameters = hyperparametersOf(0.1, 7, values);
        const floor = cloudIn(noiseFloor(run, hyperparameters));
        const cloud = measure(run, hyperparameters, 5 * 200, 1000);
        for (const entry of [0, 1, 2] as const)
          expect(cloud.covariance[entry] / floor.covariance[entry]).toBeCloseTo(1, 8);
        expect(cloud.mean[0]).toBeCloseTo(floor.mean[0], 9);
        expect(cloud.mean[1]).toBeCloseTo(floor.mean[1], 9);
      }
    }
  });

  it('all examples at once leaves a point', () => {
    const config = configOf('line-fit', { sampling: 'reshuffle' });
    const { covariance, exactFor } = cloudIn(noiseFloor(config, hyperparametersOf(0.1, config.examples)));
    expect(exactFor).toBe('sampling');
    for (const entry of covariance) expect(Math.abs(entry)).toBeLessThan(1e-28);
  });

  it('reshuffled has no exact theory on Line fit: the prediction says that it is for drawing with replacement', () => {
    const [config, drawn] = [configOf('line-fit', { sampling: 'reshuffle' }), configOf('line-fit')];
    const hyperparameters = hyperparametersOf(0.05, 10);
    const floor = cloudIn(noiseFloor(config, hyperparameters));
    expect(floor.exactFor).toBe('replacement');
    expect(floor.covariance).toEqual(cloudIn(noiseFloor(drawn, hyperparameters)).covariance);
    // And it is calmer than that.
    const { covariance } = measure(config, hyperparameters, 20_000);
    expect(covariance[0]).toBeLessThan(0.8 * floor.covariance[0]);
  });
});

describe('no prediction', () => {
  it('is made where no exact theory exists', () => {
    const floorOf = (
      change: Partial<RunConfig> & { problem: ProblemId },
      hyperparameters = hyperparametersOf(0.01, 4),
    ) => noiseFloor(configOf(change.problem, change), hyperparameters);
    expect(floorOf({ problem: 'sine-fit' })).toBeNull();
    expect(floorOf({ problem: 'two-layer-product' })).toBeNull();
    expect(floorOf({ problem: 'logistic-regression' })).toBeNull();
    expect(floorOf({ problem: 'outlier', settings: { loss: 'huber' } })).toBeNull();
    expect(floorOf({ problem: 'line-fit', optimizer: 'adam' })).toBeNull();
    const decaying = { kind: 'cosine', unit: 'step', warmup: 0, values: {} } as const;
    expect(floorOf({ problem: 'line-fit' }, { ...hyperparametersOf(0.1, 4), schedule: decaying })).toBeNull();
    expect(floorOf({ problem: 'line-fit' })).not.toBeNull();
  });
});

describe('the largest stable rate', () => {
  it('of the full batch is 2/λ, with heavy ball (2 + 2β)/λ', () => {
    const config = configOf('line-fit', { sampling: 'reshuffle' });
    const { model, loss } = resolvePair(config);
    const lambda = largestEigenvalue(hessian(model, loss, generateExamples(config), [0, 0]));
    const all = hyperparametersOf(0.1, config.examples);
    expect(largestStableRate(config, all)).toBeCloseTo(2 / lambda, 8);
    const heavy = { ...config, optimizer: 'momentum' } as const;
    expect(largestStableRate(heavy, { ...all, optimizer: { momentum: 0.5 } })).toBeCloseTo(3 / lambda, 8);
    const nesterov = { ...config, optimizer: 'nesterov' } as const;
    expect(largestStableRate(nesterov, { ...all, optimizer: { momentum: 0.5 } })).toBeCloseTo(1.5 / lambda, 8);
  });

  it('is smaller for small batches, and beyond it the variance grows in a real run', () => {
    const config = configOf('line-fit');
    const { model, loss } = resolvePair(config);
    const examples = generateExamples(config);
    const lambda = largestEigenvalue(hessian(model, loss, examples, [0, 0]));
    const setup = setUp(config);
    const limit = present(largestStableRate(config, hyperparametersOf(0.1, 1)));
    expect(limit).toBeLessThan(0.7 * (2 / lambda));
    expect(noiseFloor(config, hyperparametersOf(1.01 * limit, 1))).toEqual({ kind: 'unstable' });
    // E|δ|² over many seeds, from one step to the next ones, by the moments of real batches.
    const spreadAfter = (rate: number, steps: number): number => {
      let sum = 0;
      for (let seed = 0; seed < 4000; seed++) {
        const loop = new Loop({ ...setup, config: { ...config, seed } });
        loop.begin(new Rule('sgd', hyperparametersOf(rate, 1)));
        for (let step = 0; step < steps; step++) {
          loop.prepare();
          loop.commit();
        }
        sum += loop.weights[0] ** 2 + loop.weights[1] ** 2;
      }
      return sum;
    };
    expect(spreadAfter(1.3 * limit, 16)).toBeGreaterThan(1.5 * spreadAfter(1.3 * limit, 6));
    expect(spreadAfter(0.6 * limit, 16)).toBeLessThan(spreadAfter(0.6 * limit, 2));
  });
});

describe('an averaged path', () => {
  it('of Polyak is the mean so far, in any portions', () => {
    const w1 = Float64Array.from({ length: 500 }, (_, step) => Math.sin(step) + 3);
    const w2 = w1.map((value) => value * value);
    const average = new PathAverage({ kind: 'polyak' });
    const pairs = [...average.extend(w1, w2, 0, 200), ...average.extend(w1, w2, 200), ...average.extend(w1, w2, 500)];
    let sum = 0;
    w2.forEach((value, step) => {
      sum += value;
      expect(pairs[2 * step + 1]).toBeCloseTo(sum / (step + 1), 11);
    });
    expect(pairs.length).toBe(1000);
  });

  it('of the exponential kind forgets at its decay', () => {
    const average = new PathAverage({ kind: 'exponential', decay: 0.75 });
    expect(average.weights).toEqual([Number.NaN, Number.NaN]);
    average.add(8, 0);
    expect(average.weights).toEqual([8, 0]);
    average.add(0, 4);
    average.add(0, 4);
    expect(average.weights).toEqual([8 * 0.75 ** 2, 4 * (1 - 0.75 ** 2)]);
    expect(() => new PathAverage({ kind: 'exponential', decay: 1 })).toThrow(RangeError);
  });

  it('of the last 1,000 steps hardly depends on the rate, while the weights themselves do', () => {
    const spreadOf = (learningRate: number): { last: number; mean: number } => {
      const config = configOf('tug-of-war', { examples: 64 });
      const setup = setUp(config);
      const ends = new Float64Array(2 * 150);
      const means = new Float64Array(2 * 150);
      for (let seed = 0; seed < 150; seed++) {
        const loop = new Loop({ ...setup, config: { ...config, seed } });
        loop.begin(new Rule('sgd', hyperparametersOf(learningRate, 1)));
        const average = new PathAverage({ kind: 'polyak' });
        for (let step = 0; step < 1200; step++) {
          loop.prepare();
          loop.commit();
          if (step >= 200) average.add(loop.weights[0], loop.weights[1]);
        }
        ends.set(loop.weights, 2 * seed);
        means.set(average.weights, 2 * seed);
      }
      return { last: cloudOf(ends).covariance[0], mean: cloudOf(means).covariance[0] };
    };
    const [small, large] = [spreadOf(0.05), spreadOf(0.2)];
    expect(large.last / small.last).toBeGreaterThan(3);
    expect(large.mean / small.mean).toBeGreaterThan(0.6);
    expect(large.mean / small.mean).toBeLessThan(1.7);
  });
});

it('the covariance at the minimum is what the stationary equation starts from', () => {
  // Without noise in the Hessians, and for small rates, Σ → rate C/(2 h): the ratio is exact for Tug of war, h = 2.
  const config = configOf('tug-of-war');
  const setting = resolvePair(config);
  const floor = cloudIn(noiseFloor(config, hyperparametersOf(1e-4, 5)));
  const { covariance } = gradientCloud(setting, generateExamples(config), floor.mean);
  expect(floor.covariance[0] / ((1e-4 * covariance[0]) / 5 / 4)).toBeCloseTo(1, 3);
});
