// Each piece of advice against numbers: where it is given, where it is not, and in which order.

import { describe, expect, test } from 'vitest';
import { eigen, hessian } from '../objective/curvature.ts';
import type { OwnData } from '../ownData/ownData.ts';
import type { Problem } from '../problem.ts';
import { type ProblemId, problems } from '../problems/index.ts';
import { Random } from '../random.ts';
import { resolvePair, splitExamples } from '../run/configuration.ts';
import type { RunConfig } from '../run/run.ts';
import { adviceOn, conditionNumber } from './advice.ts';
import { leastLoss } from './ownDomain.ts';

const on = (problem: ProblemId, data: OwnData, change: Partial<RunConfig> = {}): RunConfig => {
  const { defaults, start, fields }: Problem = problems[problem];
  return {
    ...{ problem, settings: {}, examples: data.y.length, noise: defaults.noise, seed: 1, data },
    ...{ start: start(Object.fromEntries(fields.map((field) => [field.name, field.default]))) },
    ...{ optimizer: 'sgd', sampling: 'reshuffle', dropLast: false },
    ...change,
  };
};

const random = new Random(4, 0);
const cloud = (count: number, offset = 0, scale = 1) =>
  Array.from({ length: count }, () => [offset + scale * random.normal(), random.normal()]);
const kindOn = (...given: Parameters<typeof on>) => adviceOn(on(...given))?.kind ?? null;

describe('not standardised, and a condition number over 100', () => {
  const line: OwnData = { x: cloud(40, 10).map(([x]) => [x]), y: cloud(40).map(([y]) => y) };

  test('with the condition number of the Hessian, now and standardised', () => {
    const config = on('line-fit', line, { standardise: false });
    const { model, loss } = resolvePair(config);
    const [high, low] = eigen(hessian(model, loss, splitExamples(config).examples, [0, 0])).values;
    const advice = adviceOn(config);
    expect(advice).toMatchObject({ kind: 'unscaled' });
    if (advice?.kind !== 'unscaled') return;
    expect(advice.condition / (high / low)).toBeCloseTo(1, 6);
    expect(advice.condition).toBeGreaterThan(100);
    expect(advice.standardised).toBeCloseTo(1, 10);
  });

  test('not where they are standardised, or not far from 0, or where the model has no bias that they could tilt', () => {
    expect(kindOn('line-fit', line)).toBeNull();
    expect(kindOn('line-fit', { ...line, x: line.x.map(([x]) => [x - 10]) }, { standardise: false })).toBeNull();
    expect(kindOn('tanh-neuron', line, { standardise: false })).toBeNull();
    expect(kindOn('tug-of-war', { x: cloud(20, 1000, 50), y: Array(20).fill(0) }, { standardise: false })).toBeNull();
  });

  test('of networks too, and of a problem’s examples that are arranged so', () => {
    const y = Array.from({ length: 60 }, (_, row) => row % 2);
    expect(kindOn('circles', { x: cloud(60, 50, 3), y }, { standardise: false })).toBe('unscaled');
    const { data: _none, ...drawn } = on('logistic-regression', line, { examples: 100, arrangement: 'unscaled' });
    expect(adviceOn(drawn)).toMatchObject({ kind: 'unscaled' });
    const { arrangement: _before, ...asDrawn } = drawn;
    expect(adviceOn(asDrawn)).toBeNull();
  });

  test('the condition number of columns of known moments', () => {
    const [a, b] = [
      [3, -3, 0, 0],
      [0, 0, 1, -1],
    ].map((values) => Float64Array.from(values));
    expect(conditionNumber([a, b])).toBeCloseTo(9, 12);
    const turned = [0, 1].map((row) => a.map((value, i) => (row === 0 ? value + b[i] : value - b[i]) * Math.SQRT1_2));
    expect(conditionNumber(turned)).toBeCloseTo(9, 10);
    expect(conditionNumber([a, b, new Float64Array(4).fill(2)])).toBeCloseTo(9, 12);
  });
});

describe('a class under 5 %', () => {
  const rare = (ones: number, count: number): OwnData => ({
    x: cloud(count),
    y: Array.from({ length: count }, (_, row) => (row < ones ? 1 : 0)),
  });
  test.each([
    [4, 100, 'rare'],
    [5, 100, null],
    [1, 30, 'rare'],
  ])('%d of %d', (ones, count, kind) => {
    expect(kindOn('logistic-regression', rare(ones, count))).toBe(kind);
  });
  test('names the class and counts it', () => {
    expect(adviceOn(on('logistic-regression', rare(4, 100)))).toEqual({ kind: 'rare', label: 1, count: 4, of: 100 });
    const three: OwnData = { x: cloud(60), y: Array.from({ length: 60 }, (_, row) => (row < 2 ? 0 : 1 + (row % 2))) };
    expect(adviceOn(on('three-clusters', three))).toEqual({ kind: 'rare', label: 0, count: 2, of: 60 });
  });
});

test('all rows equal, before the target is said to be constant', () => {
  expect(kindOn('line-fit', { x: Array(9).fill([2]), y: Array(9).fill(3) })).toBe('equal');
  expect(adviceOn(on('line-fit', { x: cloud(9).map(([x]) => [x]), y: Array(9).fill(3) }))).toEqual({
    kind: 'constant',
    value: 3,
  });
  expect(kindOn('tug-of-war', { x: Array(9).fill([2, 1]), y: Array(9).fill(0) })).toBe('equal');
  // Nothing is predicted there.
  expect(kindOn('tug-of-war', { x: cloud(9), y: Array(9).fill(0) })).toBeNull();
});

describe('classes that a boundary parts', () => {
  const parted: OwnData = {
    x: [
      [-2, 1],
      [-1, -1],
      [-3, 0],
      [2, 1],
      [1, -2],
      [3, 1],
    ],
    y: [0, 0, 0, 1, 1, 1],
  };
  const mixed: OwnData = { ...parted, y: [0, 1, 0, 1, 0, 1] };

  test('logistic regression: the loss is still falling far out, and not where they mix', () => {
    expect(kindOn('logistic-regression', parted)).toBe('separable');
    expect(kindOn('logistic-regression', mixed)).toBeNull();
    const lengthOf = (data: OwnData): number => {
      const config = on('logistic-regression', data);
      const [w1, w2] = leastLoss(resolvePair(config), splitExamples(config).examples, [0, 0]).weights;
      return Math.sqrt(w1 * w1 + w2 * w2);
    };
    expect(lengthOf(parted)).toBeGreaterThan(3 * lengthOf(mixed));
  });

  test('agrees with a search over all directions', () => {
    for (let seed = 0; seed < 300; seed++) {
      const own = new Random(seed, 0);
      const data = {
        x: Array.from({ length: 7 }, (_, row) => [own.normal() + (row % 2) * 1.5, own.normal()]),
        y: Array.from({ length: 7 }, (_, row) => row % 2),
      };
      const { examples } = splitExamples(on('logistic-regression', data));
      const isParted = Array.from({ length: 7200 }, (_, turn) => (turn * Math.PI) / 3600).some((angle) =>
        data.y.every(
          (label, row) =>
            (2 * label - 1) * (Math.cos(angle) * examples.x1[row] + Math.sin(angle) * examples.x2[row]) > 0,
        ),
      );
      expect(kindOn('logistic-regression', data) === 'separable', `seed ${seed}`).toBe(isParted);
    }
  });

  test('a sigmoid neuron: by a point', () => {
    expect(kindOn('sigmoid-neuron', { x: [[1], [2], [3], [4]], y: [0, 0, 1, 1] })).toBe('separable');
    expect(kindOn('sigmoid-neuron', { x: [[1], [2], [3], [4]], y: [1, 1, 0, 0] }, { settings: { loss: 'bce' } })).toBe(
      'separable',
    );
    expect(kindOn('sigmoid-neuron', { x: [[1], [2], [3], [4]], y: [0, 1, 0, 1] })).toBeNull();
  });

  test('a network: by any line, where its loss has a logarithm and it is given both features', () => {
    const far: OwnData = { x: parted.x.map(([x1, x2]) => [x1 + 9, x2 - 4]), y: parted.y };
    for (const data of [parted, far]) expect(kindOn('circles', data)).toBe('separable');
    expect(kindOn('circles', mixed)).toBe('few');
    expect(kindOn('circles', parted, { settings: { loss: 'mse' } })).toBe('few');
    expect(kindOn('circles', parted, { settings: { inputs: ['x2', 'x1 x2'] } })).toBe('few');
    expect(kindOn('circles', { x: [[1], [2], [3], [4]], y: [0, 0, 1, 1] })).toBe('separable');
    expect(kindOn('circles', { x: [[1], [2], [3], [4]], y: [0, 1, 0, 1] })).toBe('few');
    // The same row in both classes, and rows along one line.
    const kindAlong = (places: readonly number[], y: readonly number[]) =>
      kindOn('circles', { x: places.map((at) => [at, at]), y });
    expect(kindAlong([1, 1, 2, 3], [0, 1, 1, 1])).toBe('few');
    expect(kindAlong([1, 2, 3, 4], [0, 0, 1, 1])).toBe('separable');
    expect(kindAlong([1, 2, 3, 4], [0, 1, 1, 0])).toBe('few');
  });

  test('a network agrees with a search over all directions', () => {
    for (let seed = 0; seed < 200; seed++) {
      const own = new Random(seed, 0);
      const data = {
        x: Array.from({ length: 8 }, (_, row) => [5 + own.normal() + (row % 2) * 2, own.normal()]),
        y: Array.from({ length: 8 }, (_, row) => row % 2),
      };
      const isParted = Array.from({ length: 3600 }, (_, turn) => (turn * Math.PI) / 1800).some((angle) => {
        const along = data.x.map(([x1, x2]) => Math.cos(angle) * x1 + Math.sin(angle) * x2);
        const of = (label: number) => along.filter((_, row) => data.y[row] === label);
        return Math.max(...of(0)) < Math.min(...of(1));
      });
      expect(kindOn('circles', data, { settings: { layers: [1] } }) === 'separable', `seed ${seed}`).toBe(isParted);
    }
  });

  test('a hinge has a minimum all the same', () => {
    expect(kindOn('support-vector', parted)).toBeNull();
  });
});

test('fewer rows than weights', () => {
  const y = Array.from({ length: 12 }, (_, row) => row % 2);
  expect(adviceOn(on('circles', { x: cloud(12), y }))).toEqual({ kind: 'few', rows: 12, weights: 25 });
  expect(kindOn('circles', { x: cloud(12), y }, { settings: { layers: [2] } })).toBeNull();
  // Of the training part alone.
  expect(
    adviceOn(on('circles', { x: cloud(30), y: y.concat(y, y).slice(0, 30) }, { settings: { testShare: 0.5 } })),
  ).toMatchObject({
    kind: 'few',
    rows: 15,
  });
});

test('the first of several is said', () => {
  const y = Array.from({ length: 24 }, (_, row) => (row === 0 ? 1 : 0));
  expect(kindOn('circles', { x: cloud(24, 300), y }, { standardise: false })).toBe('unscaled');
  expect(kindOn('circles', { x: cloud(24, 300), y })).toBe('rare');
});
