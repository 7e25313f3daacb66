// The noise of mini-batch gradients: what is measured from real batches against what C/B says.

import { describe, expect, it } from 'vitest';
import { angleOf } from '../angle.ts';
import { epochOrder, type Sampling, updateSize } from '../batches.ts';
import { present } from '../present.ts';
import type { Problem } from '../problem.ts';
import { type ProblemId, problems } from '../problems/index.ts';
import { generateExamples, resolvePair } from '../run/configuration.ts';
import { GradientSum } from '../run/gradientSum.ts';
import { Rule } from '../run/rule.ts';
import type { RunConfig } from '../run/run.ts';
import type { Weights } from '../vector.ts';
import {
  angleBetween,
  type Covariance,
  cloudOf,
  ellipse,
  exampleGradients,
  gradientCloud,
  relativeError,
  resampleGradients,
} from './noise.ts';
import { microBatchSizes, noiseFactor } from './noiseFactor.ts';
import { pairObjective } from './pairObjective.ts';

const configOf = (problem: ProblemId, examples: number): RunConfig => {
  const { defaults }: Problem = problems[problem];
  const fields = Object.fromEntries((problems[problem] as Problem).fields.map((field) => [field.name, field.default]));
  const start = (problems[problem] as Problem).start(fields);
  const [sampling, optimizer] = ['reshuffle', 'sgd'] as const;
  return {
    problem,
    settings: {},
    examples,
    noise: defaults.noise,
    seed: 3,
    start,
    optimizer,
    sampling,
    dropLast: false,
  };
};

/**
 * Largest deviation of the entries of a covariance measured from `draws` draws, in standard errors. For a normal mean
 * gradient Var(s_jk) = (c_jj c_kk + c_jk²)/draws; the mean of a batch has hardly more kurtosis.
 */
function standardErrors(measured: Covariance, predicted: Covariance, draws: number): number {
  const [c11, c12, c22] = predicted;
  const errors = [
    (measured[0] - c11) / (c11 * Math.sqrt(2 / draws)),
    (measured[1] - c12) / Math.sqrt((c11 * c22 + c12 * c12) / draws),
    (measured[2] - c22) / (c22 * Math.sqrt(2 / draws)),
  ];
  return Math.max(...errors.map(Math.abs));
}

describe('the covariance of a mini-batch gradient', () => {
  const problemIds: ProblemId[] = ['tug-of-war', 'line-fit', 'logistic-regression', 'sine-fit', 'gaussian-wells'];
  const draws = 20_000;
  const cases = problemIds.flatMap((problem) =>
    (['replacement', 'reshuffle'] as const).flatMap((sampling) =>
      [4, 16, 48].map((batchSize) => ({ problem, sampling, batchSize })),
    ),
  );

  // Five standard errors: of 270 such entries one in a million sets would fail; a factor N/(N − 1) missed at B = 48
  // would be 26 of them.
  it.each(cases)('is as predicted for $problem, $sampling, $batchSize of 50', ({ problem, sampling, batchSize }) => {
    const config = configOf(problem, 50);
    const examples = generateExamples(config);
    const request = { batchSize, count: draws, seed: 8, sampling };
    const { measured, predicted, fullGradient } = resampleGradients(
      exampleGradients(resolvePair(config), examples, config.start),
      request,
    );
    expect(standardErrors(measured.covariance, predicted, draws)).toBeLessThan(5);
    for (const axis of [0, 1] as const)
      expect(Math.abs(measured.mean[axis] - fullGradient[axis])).toBeLessThan(
        5 * Math.sqrt(predicted[(2 * axis) as 0 | 2] / draws),
      );
  });

  const cuts = [
    { batchSize: 8, accumulate: 3 },
    { batchSize: 16, accumulate: 4 },
    { batchSize: 49, accumulate: 2 },
  ];
  it.each(cuts.flatMap((cut) => (['replacement', 'reshuffle'] as const).map((sampling) => ({ ...cut, sampling }))))(
    'is as predicted for $accumulate micro-batches of $batchSize of 50, $sampling, as a run takes them',
    (cut) => {
      const { batchSize, accumulate, sampling } = cut;
      const config = configOf('line-fit', 50);
      const examples = generateExamples(config);
      const pair = resolvePair(config);
      const { measured, predicted } = resampleGradients(exampleGradients(pair, examples, config.start), {
        ...cut,
        count: draws,
        seed: 8,
      });
      expect(standardErrors(measured.covariance, predicted, draws)).toBeLessThan(5);
      const rule = new Rule('sgd', {
        ...{ learningRate: 0.1, batchSize, accumulate, optimizer: {} },
        schedule: { kind: 'constant', unit: 'step', warmup: 0, values: {} },
      });
      const sum = new GradientSum(pairObjective(pair), examples);
      sum.restore(rule);
      const means = new Float64Array(2 * draws);
      const order = new Int32Array(50);
      for (let epoch = 0; epoch < draws; epoch++) {
        epochOrder(5, sampling, epoch, order);
        sum.measure(Float64Array.from(config.start), rule, order, 0, updateSize(50, batchSize, accumulate, false));
        means.set(sum.gradient, 2 * epoch);
      }
      expect(standardErrors(cloudOf(means).covariance, predicted, draws)).toBeLessThan(5);
    },
  );

  it('is not zero where all examples are in unlike micro-batches, and is where these are alike', () => {
    const config = configOf('line-fit', 50);
    const examples = generateExamples(config);
    const of = (batchSize: number, accumulate: number) =>
      resampleGradients(exampleGradients(resolvePair(config), examples, config.start), {
        ...{ batchSize, accumulate, count: 50, seed: 8, sampling: 'reshuffle' },
      });
    expect(of(49, 2).predicted[0]).toBeGreaterThan(1);
    expect(of(25, 2).predicted).toEqual([0, 0, 0]);
    expect(of(25, 2).measured.covariance).toEqual([0, 0, 0]);
    expect(noiseFactor(microBatchSizes({ batchSize: 49, accumulate: 2 }, 50), 50, 'replacement')).toBeCloseTo(
      (1 / 49 + 1) / 4,
      14,
    );
  });

  it('is that of the batches a run is fed: the first of each epoch', () => {
    const config = configOf('line-fit', 40);
    const examples = generateExamples(config);
    const setting = resolvePair(config);
    const each = exampleGradients(setting, examples, config.start);
    const { covariance } = gradientCloud(setting, examples, config.start);
    const order = new Int32Array(40);
    for (const sampling of ['replacement', 'reshuffle'] as const) {
      const epochs = 10_000;
      const means = new Float64Array(2 * epochs);
      for (let epoch = 0; epoch < epochs; epoch++) {
        epochOrder(5, sampling, epoch, order);
        for (let row = 0; row < 10; row++) {
          means[2 * epoch] += each[2 * order[row]] / 10;
          means[2 * epoch + 1] += each[2 * order[row] + 1] / 10;
        }
      }
      const factor = sampling === 'replacement' ? 1 / 10 : (1 / 10) * (30 / 39);
      const predicted = covariance.map((entry) => factor * entry) as unknown as Covariance;
      expect(standardErrors(cloudOf(means).covariance, predicted, epochs)).toBeLessThan(5);
    }
  });

  it.each(['reshuffle', 'once', 'fixed'] satisfies Sampling[])('is exactly zero at B = N for %s', (sampling) => {
    const config = configOf('logistic-regression', 37);
    const examples = generateExamples(config);
    const request = { weights: [0.3, -0.7] as const, batchSize: 37, count: 500, seed: 1, sampling };
    const { gradients, measured, predicted } = resampleGradients(
      exampleGradients(resolvePair(config), examples, config.start),
      request,
    );
    expect(measured.covariance).toEqual([0, 0, 0]);
    expect(predicted).toEqual([0, 0, 0]);
    expect(new Set(gradients).size).toBe(2);
  });

  it('does not vanish at B = N with replacement', () => {
    expect(noiseFactor([37], 37, 'replacement')).toBe(1 / 37);
    expect(noiseFactor([1], 37, 'reshuffle')).toBe(1);
  });
});

it('draws batches without repeating an example, and with the same request the same batches', () => {
  const config = configOf('tug-of-war', 12);
  const examples = generateExamples(config);
  const setting = resolvePair(config);
  const request = { batchSize: 11, count: 200, seed: 4, sampling: 'reshuffle' } as const;
  const each = exampleGradients(setting, examples, config.start);
  const { gradients, fullGradient } = resampleGradients(each, request);
  // Eleven of twelve leave out one: 12 full − 11 batch is that example's gradient.
  const left = new Set<number>();
  for (let row = 0; row < 200; row++) {
    const missing = 12 * fullGradient[0] - 11 * gradients[2 * row];
    const index = [...Array(12).keys()].find((i) => Math.abs(each[2 * i] - missing) < 1e-9);
    expect(index).toBeDefined();
    left.add(present(index));
  }
  expect(left.size).toBe(12);
  expect(resampleGradients(each, request).gradients).toEqual(gradients);
});

describe('an ellipse', () => {
  it.each([
    [[4, 0, 1], 2, [4, 2], 0],
    [[1, 0, 4], 1, [2, 1], Math.PI / 2],
    [[2.5, 1.5, 2.5], 1, [2, 1], Math.PI / 4],
    [[2.5, -1.5, 2.5], 1, [2, 1], -Math.PI / 4],
    [[0, 0, 0], 2, [0, 0], 0],
  ] as const)('of %j at %d standard deviations', (covariance, deviations, semiAxes, angle) => {
    const found = ellipse(covariance, deviations);
    for (const axis of [0, 1] as const) expect(found.semiAxes[axis]).toBeCloseTo(semiAxes[axis], 12);
    if (semiAxes[0] !== semiAxes[1]) expect(Math.abs(found.angle - angle) % Math.PI).toBeCloseTo(0, 12);
    // The covariance is rebuilt from the axes.
    const [[a1, a2], [b1, b2]] = [found.major, found.minor];
    const rebuilt = [a1 * a1 + b1 * b1, a1 * a2 + b1 * b2, a2 * a2 + b2 * b2];
    rebuilt.forEach((entry, at) => {
      expect(entry).toBeCloseTo(deviations * deviations * covariance[at], 12);
    });
  });
});

describe('angles', () => {
  it('are those of atan2, to the last digits', () => {
    for (let step = 0; step <= 720; step++) {
      const turn = ((step - 360) * Math.PI) / 360;
      for (const length of [1e-200, 1, 1e200]) {
        const point: Weights = [length * Math.cos(turn), length * Math.sin(turn)];
        const missed = angleOf(point) - Math.atan2(point[1], point[0]);
        // At −180 and 180 degrees the two may take different ends.
        expect(Math.abs(missed - 2 * Math.PI * Math.round(missed / (2 * Math.PI)))).toBeLessThan(2e-15);
      }
    }
    expect(angleOf([0, 0])).toBe(0);
  });

  it('and relative errors compare two gradients', () => {
    expect(angleBetween(Float64Array.of(1, 0), Float64Array.of(0, -3))).toBeCloseTo(Math.PI / 2, 15);
    expect(angleBetween(Float64Array.of(1, 1e-9), Float64Array.of(1, 0))).toBeCloseTo(1e-9, 20);
    expect(angleBetween(Float64Array.of(2, 1), Float64Array.of(-2, -1))).toBeCloseTo(Math.PI, 15);
    expect(angleBetween(Float64Array.of(1, 1, 0, 0), Float64Array.of(0, 1, 0, 1))).toBeCloseTo(Math.PI / 3, 15);
    expect(relativeError(Float64Array.of(3, 4), Float64Array.of(3, 0))).toBeCloseTo(4 / 3, 15);
    expect(relativeError(Float64Array.of(0, 0), Float64Array.of(0, 0))).toBe(0);
    expect(relativeError(Float64Array.of(1, 0), Float64Array.of(0, 0))).toBe(Number.POSITIVE_INFINITY);
  });
});
