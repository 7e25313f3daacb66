// Own data in place of a problem's examples: what they are trained as, that everything said of them is computed from them,
// and that a run on the problem's own examples is the same run to the last bit.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Examples } from '../examples.ts';
import { eigen, hessian, largestEigenvalue } from '../objective/curvature.ts';
import { type Arrangement, arrangements } from '../ownData/arrangements.ts';
import { dataOf, type OwnData } from '../ownData/ownData.ts';
import type { Problem } from '../problem.ts';
import { networkProblems, type ProblemId, problems } from '../problems/index.ts';
import { Random } from '../random.ts';
import {
  checkConfig,
  generateExamples,
  resolvePair,
  resolveProblem,
  splitExamples,
  trainingCount,
} from '../run/configuration.ts';
import type { Hyperparameters, RunConfig } from '../run/run.ts';
import { Trainer } from '../run/trainer.ts';
import { largestStableRate, noiseFloor } from './noiseFloor.ts';
import { leastLoss } from './ownDomain.ts';
import { misfit } from './ownRun.ts';

const configOf = (problem: ProblemId, change: Partial<RunConfig> = {}): RunConfig => {
  const { defaults, start, fields }: Problem = problems[problem];
  const settings = Object.fromEntries(fields.map((field) => [field.name, field.default]));
  return {
    ...{ problem, settings: {}, examples: defaults.examples, noise: defaults.noise, seed: 3, start: start(settings) },
    ...{ optimizer: 'sgd', sampling: 'reshuffle', dropLast: false },
    ...(change.data !== undefined && { examples: change.data.y.length }),
    ...change,
  };
};

const hyperparameters: Hyperparameters = {
  ...{ learningRate: 0.05, batchSize: 5, optimizer: {} },
  schedule: { kind: 'constant', unit: 'step', warmup: 0, values: {} },
};

/** Measurements far from 0, on scales of their own. */
function measured(features: 1 | 2, target: 'number' | number, count = 40, seed = 1): OwnData {
  const random = new Random(seed, 0);
  const x = Array.from({ length: count }, () => [170 + 8 * random.normal(), 0.02 * random.normal()].slice(0, features));
  const y = x.map(([first], row) =>
    target === 'number' ? 3 * first - 400 + 20 * random.normal() : row < target ? row : random.below(target),
  );
  return { x, y, names: ['height (cm)', 'b', 'weight'].slice(3 - features - 1) };
}

const column = ({ count }: Examples, values: Float64Array): number[] => Array.from(values.subarray(0, count));
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const deviation = (values: readonly number[]): number =>
  Math.sqrt(mean(values.map((value) => (value - mean(values)) ** 2)));

const takers: readonly (readonly [ProblemId, OwnData])[] = [
  ['line-fit', measured(1, 'number')],
  ['outlier', measured(1, 'number')],
  ['relu-neuron', measured(1, 'number')],
  ['tanh-neuron', measured(1, 'number')],
  ['sigmoid-neuron', measured(1, 2)],
  ['logistic-regression', measured(2, 2)],
  ['support-vector', measured(2, 2)],
  ['tug-of-war', measured(2, 'number')],
  ['gaussian-wells', measured(2, 'number')],
  ['circles', measured(2, 2)],
  ['moons', measured(2, 2)],
  ['three-clusters', measured(2, 5)],
  ['curve', measured(1, 'number')],
];

describe('what own data are trained as', () => {
  test.each(takers)('%s: a mean of 0 and a deviation of 1, found back by two numbers a column', (problem, data) => {
    const { examples, scaling } = splitExamples(configOf(problem, { data }));
    expect(examples.count).toBe(data.y.length);
    const features =
      data.x[0].length === 1
        ? ([['x1', 0]] as const)
        : ([
            ['x1', 0],
            ['x2', 1],
          ] as const);
    for (const [name, place] of features) {
      const values = column(examples, examples[name]);
      expect(mean(values)).toBeCloseTo(0, 12);
      expect(deviation(values)).toBeCloseTo(1, 12);
      const { shift, scale } = scaling?.[name] ?? { shift: 0, scale: 0 };
      expect(values).toEqual(data.x.map((row) => (row[place] - shift) / scale));
    }
  });

  test('targets that are numbers are standardised too, classes stay what they are', () => {
    const numbers = splitExamples(configOf('line-fit', { data: measured(1, 'number') })).examples;
    expect(mean(column(numbers, numbers.y))).toBeCloseTo(0, 12);
    expect(deviation(column(numbers, numbers.y))).toBeCloseTo(1, 12);
    const data = measured(2, 2);
    const classes = splitExamples(configOf('logistic-regression', { data })).examples;
    expect(column(classes, classes.y)).toEqual(data.y);
  });

  test('switched off they stay as they are; a model without a bias gets them centred', () => {
    const data = measured(1, 'number');
    const line = splitExamples(configOf('line-fit', { data, standardise: false }));
    expect(column(line.examples, line.examples.x1)).toEqual(data.x.map(([x]) => x));
    expect(column(line.examples, line.examples.y)).toEqual(data.y);
    const { examples, scaling } = splitExamples(configOf('tanh-neuron', { data, standardise: false }));
    expect(scaling).toMatchObject({ x1: { scale: 1 }, y: { scale: 1 } });
    expect(mean(column(examples, examples.x1))).toBeCloseTo(0, 10);
    expect(mean(column(examples, examples.y))).toBeCloseTo(0, 10);
  });

  test('what is held out has no part in the two numbers', () => {
    const data = measured(2, 3);
    const config = configOf('three-clusters', { data, settings: { testShare: 0.3 } });
    const { examples, test: held } = splitExamples(config);
    expect(examples.count).toBe(28);
    expect(trainingCount(config)).toBe(28);
    expect(mean(column(examples, examples.x1))).toBeCloseTo(0, 12);
    expect(deviation(column(examples, examples.x1))).toBeCloseTo(1, 12);
    expect(held?.count).toBe(12);
    expect(Math.abs(mean(Array.from(held?.x1 ?? [])))).toBeGreaterThan(1e-6);
  });

  test('a network has as many outputs as there are classes', () => {
    const { problem, settings } = resolveProblem(configOf('three-clusters', { data: measured(2, 5) }));
    expect(problem.network?.(settings)).toMatchObject({ classes: 5, inputs: ['x1', 'x2'], loss: 'cross-entropy' });
  });

  test('data that a problem cannot learn are refused in a sentence', () => {
    expect(() => checkConfig(configOf('line-fit', { arrangement: 'upside-down' as never }))).toThrow(
      'There is no arrangement named upside-down.',
    );
    expect(() => checkConfig(configOf('sine-fit', { data: measured(1, 'number') }))).toThrow(
      'Sine fit is a problem of its own examples only.',
    );
    expect(() => checkConfig(configOf('line-fit', { data: measured(2, 'number') }))).toThrow(
      'takes one feature, not 2',
    );
    expect(() => checkConfig(configOf('logistic-regression', { data: measured(2, 3) }))).toThrow('two classes');
    expect(() => checkConfig(configOf('three-clusters', { data: measured(2, 2) }))).toThrow('three to six classes');
    expect(() => checkConfig(configOf('circles', { data: measured(2, 3) }))).toThrow('two classes');
    expect(() => checkConfig(configOf('line-fit', { data: measured(1, 'number'), examples: 39 }))).toThrow(
      'The data have 40 examples, not 39.',
    );
    expect(misfit(problems.curve, measured(1, 3))).toBeNull();
    expect(misfit(problems['line-fit'], measured(2, 'number'))).toContain('takes one feature, not 2');
    expect(misfit(problems['logistic-regression'], measured(1, 2))).toContain('takes two features, not 1');
  });
});

test.each(takers.filter(([problem]) => problem !== 'curve' && problem !== 'moons'))(
  '%s on the examples it draws, given as own data and left as they are, is the same run to the last bit',
  (problem) => {
    const drawn = configOf(problem);
    const own: Problem = problems[problem];
    const takes = own.network === undefined ? own.takes : undefined;
    if (takes?.isCentred) return;
    const features = takes?.features ?? 2;
    const data = dataOf(generateExamples(drawn), features);
    const run = (config: RunConfig) => {
      const trainer = new Trainer();
      trainer.start(config);
      const { steps } = trainer.advance({ steps: 50, milliseconds: Infinity, stepLimit: 1e9, hyperparameters });
      return Array.from(steps.buffer.subarray(0, 50));
    };
    expect(run({ ...drawn, data, standardise: false })).toEqual(run(drawn));
  },
);

describe('arrangements', () => {
  const classes = configOf('logistic-regression');
  const numbers = configOf('line-fit');
  const of = (config: RunConfig, arrangement: Arrangement): Examples =>
    splitExamples({ ...config, arrangement }).examples;

  test.each(arrangements)('%s: as many examples, finite, and the same each time', (arrangement) => {
    for (const [problem, data] of takers) {
      for (const config of [configOf(problem), configOf(problem, { data })]) {
        if (arrangement === 'one-class-rare' && misfitsRare(config)) {
          expect(() => of(config, arrangement)).toThrow('One class can be rare only where the targets are classes.');
          continue;
        }
        const examples = of(config, arrangement);
        expect(examples.count).toBe(config.examples);
        for (const name of ['x1', 'x2', 'y'] as const)
          expect(column(examples, examples[name]).every(Number.isFinite)).toBe(true);
        expect(of(config, arrangement)).toEqual(examples);
        expect(() => checkConfig({ ...config, arrangement })).not.toThrow();
      }
    }
  });

  const misfitsRare = (config: RunConfig): boolean => {
    const { problem, settings } = resolveProblem(config);
    return problem.network === undefined
      ? problem.takes?.target !== 'classes'
      : problem.network(settings).classes === 0;
  };

  test('as drawn: nothing changes', () => {
    expect(of(numbers, 'as-drawn')).toEqual(generateExamples(numbers));
  });

  test('sorted: by the target, so that a fixed order goes through one class after the other', () => {
    const { y } = of(classes, 'sorted');
    expect(Array.from(y)).toEqual(Array.from(y).toSorted());
    const line = of(numbers, 'sorted');
    expect(Array.from(line.y)).toEqual(Array.from(line.y).toSorted((a, b) => a - b));
    expect(new Set(line.x1)).toEqual(new Set(generateExamples(numbers).x1));
  });

  test('one class rare: under 5 % of the examples, and at least one', () => {
    const ones = (examples: Examples): number => column(examples, examples.y).filter((y) => y === 1).length;
    expect(ones(of(classes, 'one-class-rare'))).toBe(4);
    expect(ones(of(configOf('logistic-regression', { examples: 12 }), 'one-class-rare'))).toBe(1);
  });

  test('outlier: one example far from all others, against the trend', () => {
    const { x1, y } = of(numbers, 'outlier');
    const before = generateExamples(numbers);
    expect(x1[0] - mean(column(before, before.x1))).toBeGreaterThan(2.9 * deviation(column(before, before.x1)));
    expect(y[0]).toBeLessThan(Math.min(...y.subarray(1)));
    expect(Array.from(x1.subarray(1))).toEqual(Array.from(before.x1.subarray(1)));
  });

  test.each(['logistic-regression', 'sigmoid-neuron', ...Object.keys(networkProblems)] as ProblemId[])(
    'outlier on %s: one example is far out, even where the classes lie around each other',
    (problem) => {
      const before = generateExamples(configOf(problem));
      const after = of(configOf(problem), 'outlier');
      const rows = column(after, after.x1).flatMap((x, row) => (x === before.x1[row] ? [] : [row]));
      expect(rows).toHaveLength(1);
      const [at] = rows;
      const away = Math.abs(after.x1[at] - mean(column(before, before.x1))) / deviation(column(before, before.x1));
      expect(away).toBeGreaterThan(2.9);
    },
  );

  test('unscaled: the condition number says what it costs', () => {
    const condition = (config: RunConfig): number => {
      const { model, loss } = resolvePair(config);
      const [high, low] = eigen(hessian(model, loss, generateExamples(config), [0, 0])).values;
      return high / low;
    };
    expect(condition(configOf('logistic-regression'))).toBeLessThan(10);
    expect(condition(configOf('logistic-regression', { arrangement: 'unscaled' }))).toBeGreaterThan(100);
    const data = measured(1, 'number');
    expect(condition(configOf('line-fit', { data }))).toBeCloseTo(1, 10);
    expect(condition(configOf('line-fit', { data, standardise: false }))).toBeGreaterThan(1e7);
  });

  test('duplicates: every example is there four times', () => {
    const counts = new Map<number, number>();
    for (const x of of(numbers, 'duplicates').x1) counts.set(x, (counts.get(x) ?? 0) + 1);
    expect([...counts.values()]).toEqual(Array(25).fill(4));
  });
});

describe('what is said of own data is computed from them', () => {
  test('the noise floor lies around the least-squares line, its limit under 2 / lambda', () => {
    const data = measured(1, 'number');
    const config = configOf('line-fit', { data, sampling: 'replacement' });
    const examples = generateExamples(config);
    const slope = mean(column(examples, examples.x1).map((x, row) => x * examples.y[row]));
    const floor = noiseFloor(config, hyperparameters);
    expect(floor).toMatchObject({ kind: 'cloud', exactFor: 'sampling' });
    expect(floor?.kind === 'cloud' ? floor.mean[0] : 0).toBeCloseTo(slope, 10);
    const { model, loss } = resolvePair(config);
    const lambda = largestEigenvalue(hessian(model, loss, examples, [0, 0]));
    const limit = largestStableRate(config, { ...hyperparameters, batchSize: 40 }) ?? 0;
    expect(limit).toBeLessThanOrEqual(2 / lambda);
    const raw = { ...config, standardise: false } as const;
    expect(largestStableRate(raw, hyperparameters)).toBeLessThan(
      1e-3 * (largestStableRate(config, hyperparameters) ?? 0),
    );
  });

  test('the part of weight space that is shown holds start and minimum, whatever the data', () => {
    const pairs = takers.filter(([problem]) => (problems[problem] as Problem).network === undefined);
    fc.assert(
      fc.property(
        fc.constantFrom(...pairs),
        fc.integer({ min: 0, max: 1e6 }),
        fc.integer({ min: 3, max: 60 }),
        fc.boolean(),
        fc.constantFrom(...arrangements),
        ([problem, like], seed, count, isRaw, arrangement) => {
          const { takes }: Problem & { takes?: unknown } = problems[problem] as never;
          const target = (takes as { target: string | null }).target;
          if (arrangement === 'one-class-rare' && target !== 'classes') return;
          const data = measured(like.x[0].length as 1 | 2, target === 'classes' ? 2 : 'number', count, seed);
          const config = configOf(problem, { data, arrangement, ...(isRaw && { standardise: false }) });
          const setting = resolvePair(config);
          const { x, y } = setting.problem.domain(setting.settings);
          const { weights } = leastLoss(setting, generateExamples(config), config.start);
          for (const [value, [low, high]] of [
            [config.start[0], x],
            [config.start[1], y],
            [weights[0], x],
            [weights[1], y],
          ] as const) {
            expect(value).toBeGreaterThan(low);
            expect(value).toBeLessThan(high);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test.each([1, 1e3, 1e-3])('the least loss of a line is the least-squares line, on a scale of %d', (scale) => {
    const data = measured(1, 'number');
    const x = data.x.map(([value]) => [value * scale]);
    const config = configOf('line-fit', { data: { x, y: data.y }, standardise: false });
    const xs = x.map(([value]) => value);
    const slope = mean(xs.map((value, row) => (value - mean(xs)) * (data.y[row] - mean(data.y)))) / deviation(xs) ** 2;
    const { weights } = leastLoss(resolvePair(config), generateExamples(config), config.start);
    expect(weights[0] / slope).toBeCloseTo(1, 6);
  });

  test('the drawn examples of a problem keep the view they had', () => {
    for (const arrangement of ['sorted', 'duplicates'] as const) {
      const { problem, settings } = resolveProblem(configOf('line-fit', { arrangement }));
      expect(problem.domain(settings)).toEqual({ x: [-2.8, 3.6], y: [-2.4, 2.4] });
    }
    const { problem, settings } = resolveProblem(configOf('line-fit', { arrangement: 'unscaled' }));
    expect(problem.domain(settings)).not.toEqual({ x: [-2.8, 3.6], y: [-2.4, 2.4] });
  });
});

test.each([
  ['circles', 2],
  ['three-clusters', 5],
] as const)('%s decides from one feature as well, of which it has all inputs that it may', (problem, classes) => {
  const data = measured(1, classes);
  expect(misfit(problems[problem], data)).toBeNull();
  const config = configOf(problem, { data });
  const { problem: own, settings } = resolveProblem(config);
  expect(settings.inputs).toEqual(['x1']);
  const field = own.fields.find(({ name }) => name === 'inputs');
  expect(field?.kind === 'set' && field.choices.map(({ value }) => value)).toEqual(['x1', 'x1 x1', 'sin x1']);
  const trainer = new Trainer(() => 0);
  trainer.start(config);
  const { detail } = trainer.advance({
    ...{ steps: 5, milliseconds: 1000, stepLimit: 5, hyperparameters, beyondConvergence: true },
  });
  expect(detail.decisions?.wrong).toHaveLength(40);
  expect([...detail.weights].every(Number.isFinite)).toBe(true);
  expect(() => resolveProblem({ ...config, settings: { inputs: ['x1', 'x2'] } })).toThrow(RangeError);
});

test('a curve is learned from two features as well: a number over a plane', () => {
  const data = measured(2, 'number');
  expect(misfit(problems.curve, data)).toBeNull();
  const { problem, settings } = resolveProblem(configOf('curve', { data }));
  expect(settings.inputs).toEqual(['x1', 'x2']);
  expect(problem.network !== undefined && problem.data).toMatchObject({ features: 2, classes: 0 });
  expect(splitExamples(configOf('curve', { data })).scaling?.x2.scale).toBeGreaterThan(0);
  expect(misfit(problems.circles, measured(1, 'number'))).toBe('Circles takes targets of two classes, 0 and 1.');
});
