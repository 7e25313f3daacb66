// The loss along a step is the trainer's own, at every place of it.

import { describe, expect, it } from 'vitest';
import { defaultStart } from '../../lab/defaults.ts';
import { lowestBetween, type Place, zeroBetween } from '../objective/alongLine.ts';
import { networkProblems, pairProblems } from '../problems/index.ts';
import { Random } from '../random.ts';
import type { Hyperparameters, RunConfig, StepDetail } from '../run/run.ts';
import { Trainer } from '../run/trainer.ts';
import { dot, joined, lengthOf } from '../vector.ts';
import { type Section, type SectionRequest, section as sectionTask } from './section.ts';

const configOf = (change: Partial<RunConfig> = {}): RunConfig => ({
  ...{ problem: 'line-fit', settings: {}, examples: 60, noise: 0.5, seed: 7, start: [-1.8, 1.2] },
  ...{ optimizer: 'sgd', sampling: 'reshuffle', dropLast: false },
  ...change,
});

const rule = (change: Partial<Hyperparameters> = {}): Hyperparameters => ({
  ...{ learningRate: 0.1, batchSize: 8, optimizer: {} },
  schedule: { kind: 'constant', unit: 'step', warmup: 0, values: {} },
  ...change,
});

function after(steps: number, config: RunConfig, hyperparameters: Hyperparameters) {
  const trainer = new Trainer();
  trainer.start(config);
  const { detail } = trainer.advance({ steps, milliseconds: Infinity, stepLimit: 1e9, hyperparameters });
  return { trainer, detail };
}

const requestOf = (config: RunConfig, detail: StepDetail, landing = detail.learningRate): SectionRequest => ({
  ...{ config, landing, weights: detail.weights, update: detail.update },
  ...{ batch: detail.batch, parts: detail.microBatches },
});

const cut = (request: SectionRequest): Section => sectionTask(request).compute(0);

const close = (value: number, expected: number, tolerance = 1e-12): void =>
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(expected)));

const idsOf = (registry: object) => Object.keys(registry) as RunConfig['problem'][];
const startOf = (problem: RunConfig['problem']) => defaultStart({ problem, settings: {} });
const cases: readonly (readonly [name: string, RunConfig, Hyperparameters])[] = [
  ...idsOf(pairProblems).map((problem) => [problem, configOf({ problem, start: startOf(problem) }), rule()] as const),
  ...idsOf(networkProblems).map(
    (problem) => [problem, configOf({ problem, start: [0, 0], noise: 0.1, optimizer: 'adam' }), rule()] as const,
  ),
  ['momentum', configOf({ optimizer: 'momentum' }), rule()],
  ['clipped', configOf(), rule({ clipNorm: 0.1 })],
  ['accumulated, the last micro-batch shorter', configOf(), rule({ batchSize: 14, accumulate: 5 })],
  ['a sum never cleared', configOf(), rule({ forgetZeroGrad: true, learningRate: 0.001 })],
  ['weight decay', configOf({ optimizer: 'adamw' }), rule({ optimizer: { weightDecay: 0.3 } })],
];

describe.each(cases)('the section along a step of %s', (_, config, hyperparameters) => {
  const { trainer, detail } = after(3, config, hyperparameters);
  const section = cut(requestOf(config, detail));
  const { batch, all, places, landing } = section;

  it('has the losses of the trainer', () => {
    expect(landing).toBe(hyperparameters.learningRate);
    const weights = joined(
      Array.from(places, (place) => detail.weights.map((weight, i) => weight + place * (detail.update[i] / landing))),
    );
    trainer.losses(weights).forEach((loss, row) => {
      close(all.losses[row], loss);
    });
    close(batch.before, detail.batchLoss);
    close(all.before, detail.fullLoss);
  });

  it('lands where the step does', () => {
    close(batch.after, detail.nextBatchLoss);
    close(all.after, detail.nextFullLoss);
  });

  it('begins with the slope of the gradient', () => {
    close(batch.slope, dot(detail.gradient, detail.update) / landing);
    close(all.slope, dot(detail.fullGradient, detail.update) / landing);
  });

  it('bends as the slopes around its beginning do', () => {
    const reach = 1e-5 / lengthOf(detail.update);
    const slopeAt = (share: number): number =>
      cut({
        ...requestOf(config, detail),
        weights: detail.weights.map((weight, i) => weight + share * detail.update[i]),
      }).all.slope;
    const measured = (slopeAt(reach) - slopeAt(-reach)) / (2 * reach * landing);
    close(all.curvature, measured, 1e-3);
  });

  it('takes 200 losses at most', () => {
    expect(section.lossCount).toBeLessThanOrEqual(200);
  });

  it('marks what is lowest ahead, and where the step would break even', () => {
    for (const { losses, before, best, breakEven, slope } of [batch, all]) {
      const ahead = losses.filter((_, index) => places[index] > 0);
      if (best !== null) {
        expect(best.value).toBeLessThan(before);
        expect(best.value).toBeLessThanOrEqual(Math.min(...ahead));
      }
      if (breakEven === null) continue;
      const [back] = [breakEven].map((at) =>
        trainer.losses(detail.weights.map((weight, i) => weight + at * (detail.update[i] / landing))),
      );
      if (losses === all.losses) close(back[0], before, 1e-6);
      expect(slope).toBeLessThan(0);
      if (best !== null) expect(best.at).toBeLessThan(breakEven);
    }
  });
});

describe('on a quadratic', () => {
  const config = configOf();
  const { detail } = after(3, config, rule());
  const { batch } = cut(requestOf(config, detail));

  it('the best rate is the vertex of the parabola, and the break-even rate twice as far', () => {
    const vertex = -batch.slope / batch.curvature;
    close(batch.best?.at ?? 0, vertex, 1e-7);
    close(batch.breakEven ?? 0, 2 * vertex, 1e-8);
  });

  it('the whole update as the unit gives the same picture', () => {
    const shares = cut({ ...requestOf(config, detail, 1), range: [-0.5, 2] });
    expect(shares.range).toEqual([-0.5, 2]);
    close(shares.batch.after, batch.after);
    close((shares.batch.best?.at ?? 0) * detail.learningRate, batch.best?.at ?? 0, 1e-7);
    close(shares.batch.slope, batch.slope * detail.learningRate);
  });
});

it('a step much too far still has its best place, and where it breaks even, near its beginning', () => {
  const config = configOf();
  const { detail } = after(0, config, rule({ learningRate: 1000 }));
  const { batch, all, range, lossCount } = cut(requestOf(config, detail));
  expect(range[1]).toBeGreaterThan(1000);
  for (const { slope, curvature, best, breakEven } of [batch, all]) {
    const vertex = -slope / curvature;
    expect(vertex).toBeLessThan(1);
    close((best?.at ?? 0) / vertex, 1, 1e-5);
    close((breakEven ?? 0) / vertex, 2, 1e-5);
  }
  expect(lossCount).toBeLessThanOrEqual(200);
});

it('a velocity may lead uphill: nothing is lower ahead, and nothing breaks even', () => {
  const config = configOf({ sampling: 'fixed' });
  const { detail } = after(0, config, rule());
  const { batch } = cut({ ...requestOf(config, detail), update: detail.update.map((value) => -value) });
  expect(batch.slope).toBeGreaterThan(0);
  expect(batch.best).toBe(null);
  expect(batch.breakEven).toBe(null);
});

it('a way over a rise says how high it is', () => {
  const config = configOf({ problem: 'sine-fit', start: [2, 0.5], noise: 0 });
  const { detail } = after(0, config, rule({ batchSize: 60 }));
  // From one of its two lowest places across to the other.
  const { all } = cut({ ...requestOf(config, detail, 1), update: Float64Array.of(-2 * detail.weights[0], 0) });
  expect(all.top?.value).toBeGreaterThan(Math.max(all.before, all.after));
});

it('a lowest place and a zero are found between a gentle and a steep side', () => {
  const value = (at: number): number => (at < 1.7 ? (at - 1.7) ** 2 : 1e6 * (at - 1.7) ** 2);
  const place = (at: number): Place => ({ at, value: value(at) });
  const lowest = lowestBetween(value, [place(0), place(0.85), place(7)], 10);
  expect(lowest.value).toBeLessThan(0.5 * value(0.85));
  const rising = (at: number): number => 2 ** (30 * at) - 1e6;
  const bound = (at: number): Place => ({ at, value: rising(at) });
  expect(Math.abs(rising(zeroBetween(rising, [bound(0), bound(5)], 10)))).toBeLessThan(0.5e6);
});

it('a lowest place and a zero are found between their bounds', () => {
  const random = new Random(1);
  for (let trial = 0; trial < 200; trial++) {
    const [middle, sharp, tilt] = [random.uniform(0.1, 0.9), random.uniform(0.5, 40), random.uniform(-0.5, 0.5)];
    const value = (at: number): number => {
      const d = at - middle;
      return sharp * d * d * (1 + tilt * d);
    };
    const place = (at: number): Place => ({ at, value: value(at) });
    const lowest = lowestBetween(value, [place(0), place(0.5), place(1)], 30);
    if (value(0.5) <= Math.min(value(0), value(1))) close(lowest.at, middle, 1e-4);
    const level = value(1) / 2;
    const crossing = (at: number): number => value(at) - level;
    const zero = zeroBetween(
      crossing,
      [
        { at: middle, value: -level },
        { at: 1, value: crossing(1) },
      ],
      20,
    );
    close(crossing(zero) / level, 0, 1e-6);
  }
});
