import { describe, expect, it } from 'vitest';
import { meanGradient } from '../batches.ts';
import type { Examples } from '../examples.ts';
import { type FieldValues, fieldProblem, withDefaults } from '../field.ts';
import { losses } from '../losses/index.ts';
import { models } from '../models/index.ts';
import { eigen, hessian, stabilityLimit } from '../objective/curvature.ts';
import { sampleLossSurface, sampleMeanLoss } from '../objective/lossSurface.ts';
import { commonFields, type PairProblem } from '../problem.ts';
import { Random } from '../random.ts';
import type { Weights } from '../vector.ts';
import { pairProblems } from './index.ts';

/** The defaults, and every end of a range and every choice, one at a time. */
function variants(problem: PairProblem): FieldValues[] {
  const found: FieldValues[] = [{}];
  for (const field of problem.fields) {
    if (field.kind === 'number') found.push({ [field.name]: field.min }, { [field.name]: field.max });
    if (field.kind === 'switch') found.push({ [field.name]: !field.default });
    if (field.kind === 'choice') found.push(...field.choices.map(({ value }) => ({ [field.name]: value })));
  }
  return found;
}

const cases = Object.entries<PairProblem>(pairProblems).flatMap(([id, problem]) =>
  variants(problem).map((values) => [`${id} ${JSON.stringify(values)}`, problem, values] as const),
);

const drawn = (problem: PairProblem, values: FieldValues, count: number, noise: number, seed = 1): Examples =>
  problem.generate(count, noise, withDefaults(problem.fields, values), new Random(seed));

function lossAndModel(problem: PairProblem, values: FieldValues) {
  const settings = withDefaults(problem.fields, values);
  return { model: models[problem.model(settings)], loss: losses[problem.loss(settings)], settings };
}

function fullGradient(problem: PairProblem, values: FieldValues, examples: Examples, [w1, w2]: Weights): Float64Array {
  const { model, loss } = lossAndModel(problem, values);
  const { count } = examples;
  const [p, byP, byW1, byW2] = [0, 1, 2, 3].map(() => new Float64Array(count)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const gradient = new Float64Array(2);
  model.predict(w1, w2, examples, p);
  loss.derivative(p, examples.y, count, byP);
  model.derivative(w1, w2, examples, byW1, byW2);
  meanGradient(byP, byW1, byW2, count, gradient);
  return gradient;
}

describe.each(cases)('%s', (_name, problem, values) => {
  const { examples: number, noise } = problem.defaults;
  const { model, loss, settings } = lossAndModel(problem, values);
  const domain = problem.domain(settings);
  const start = problem.start(settings);

  it('draws as many finite examples as asked, the same for the same seed and others for another', () => {
    for (const count of [10, 37, 1000]) {
      for (const strength of [0, noise, 2]) {
        const examples = drawn(problem, values, count, strength);
        expect(examples.count).toBe(count);
        for (const column of [examples.x1, examples.x2, examples.y]) {
          expect(column).toHaveLength(count);
          expect(column.every(Number.isFinite)).toBe(true);
        }
        expect(drawn(problem, values, count, strength)).toEqual(examples);
      }
    }
    expect(drawn(problem, values, 37, noise, 2)).not.toEqual(drawn(problem, values, 37, noise, 1));
  });

  it('has defaults that its own and the common fields allow', () => {
    const defaults: FieldValues = { examples: number, noise, seed: 1 };
    for (const field of commonFields) expect(fieldProblem(field, defaults[field.name])).toBeNull();
    for (const field of problem.fields) expect(fieldProblem(field, field.default)).toBeNull();
    expect(problem.defaults.batchSize).toBeLessThanOrEqual(number);
  });

  it('shows the start and a lower place, neither at the edge', () => {
    const examples = drawn(problem, values, number, noise);
    const surface = sampleLossSurface(model, loss, examples, domain, 64, 48);
    const lowest = surface.values.indexOf(surface.minimum);
    expect(lowest % 64).toBeGreaterThan(3);
    expect(lowest % 64).toBeLessThan(60);
    expect(Math.floor(lowest / 64)).toBeGreaterThan(2);
    expect(Math.floor(lowest / 64)).toBeLessThan(45);
    for (const [weight, [low, high]] of [
      [start[0], domain.x],
      [start[1], domain.y],
    ] as const) {
      expect((weight - low) / (high - low)).toBeGreaterThan(0.03);
      expect((weight - low) / (high - low)).toBeLessThan(0.97);
    }
    const [startLoss] = sampleMeanLoss(model, loss, examples, Float64Array.of(...start));
    expect(startLoss).toBeGreaterThan(1.5 * surface.minimum);
    expect((domain.x[1] - domain.x[0]) / (domain.y[1] - domain.y[0])).toBeCloseTo(4 / 3, 1);
  });

  it('goes downhill with its default learning rate where that rate is below the limit', () => {
    const examples = drawn(problem, values, number, noise);
    const rate = problem.defaults.learningRate;
    if (rate > stabilityLimit(eigen(hessian(model, loss, examples, start)).values[0])) {
      expect(values).toEqual({ offset: 5 });
      return;
    }
    const weights = Float64Array.of(...start);
    const lossHere = () => sampleMeanLoss(model, loss, examples, weights)[0];
    const before = lossHere();
    for (let step = 0; step < 200; step++) {
      const gradient = fullGradient(problem, values, examples, [weights[0], weights[1]]);
      weights[0] = weights[0] - rate * gradient[0];
      weights[1] = weights[1] - rate * gradient[1];
    }
    expect(lossHere()).toBeLessThan(before);
  });
});

describe('what the problems say of themselves', () => {
  it('line fit: condition numbers 1, 6.9, 34, 119, and 727 at offsets 0, 1, 2, 3, 5; standardised it is round', () => {
    for (const [offset, condition] of [
      [0, 1],
      [1, 6.85],
      [2, 33.97],
      [3, 118.99],
      [5, 727],
    ] as const) {
      for (const standardised of [false, true]) {
        const examples = drawn(pairProblems['line-fit'], { offset, standardised }, 50, 0.5);
        const { values } = eigen(hessian(models.line, losses.mse, examples, [0, 0]));
        expect(values[0] / values[1]).toBeCloseTo(standardised ? 1 : condition, 1);
      }
    }
  });

  it('rotated valley: the Hessian is exactly as chosen, and the target its minimum whatever the noise', () => {
    const values = { condition: 40, rotation: 25 };
    const examples = drawn(pairProblems['rotated-valley'], values, 60, 1.5);
    const found = eigen(hessian(models.plane, losses.mse, examples, [0, 0]));
    expect(found.values[0]).toBeCloseTo(2, 12);
    expect(found.values[1]).toBeCloseTo(2 / 40, 12);
    const angle = (25 * Math.PI) / 180;
    expect(Math.abs(found.vectors[0][0])).toBeCloseTo(Math.cos(angle), 12);
    expect(Math.abs(found.vectors[0][1])).toBeCloseTo(Math.sin(angle), 12);
    const gradient = fullGradient(pairProblems['rotated-valley'], values, examples, [0.8, 0.4]);
    expect(Math.hypot(gradient[0], gradient[1])).toBeLessThan(1e-12);
  });

  it('two-layer product: all of w1 w2 = 1 is the floor, of sharpness 2 (w1² + w2²), and zero a saddle', () => {
    const examples = drawn(pairProblems['two-layer-product'], {}, 60, 1);
    for (const w1 of [0.5, 1, 2, -1]) {
      const gradient = fullGradient(pairProblems['two-layer-product'], {}, examples, [w1, 1 / w1]);
      expect(Math.hypot(gradient[0], gradient[1])).toBeLessThan(1e-12);
      const { values } = eigen(hessian(models.product, losses.mse, examples, [w1, 1 / w1]));
      expect(values[0]).toBeCloseTo(2 * (w1 ** 2 + w1 ** -2), 10);
      expect(values[1]).toBeCloseTo(0, 10);
    }
    const [up, down] = eigen(hessian(models.product, losses.mse, examples, [0, 0])).values;
    expect([up, down]).toEqual([-down, down]);
    expect(up).toBeCloseTo(2, 12);
  });

  it('relu neuron: the gradient is exactly zero where the unit is off for every example', () => {
    const examples = drawn(pairProblems['relu-neuron'], {}, 60, 0.1);
    expect([...fullGradient(pairProblems['relu-neuron'], {}, examples, [0.5, -2])].map(Math.abs)).toEqual([0, 0]);
  });

  it('sigmoid neuron: at the start the gradient of cross-entropy is over twenty times that of squared error', () => {
    const size = (loss: string) => {
      const examples = drawn(pairProblems['sigmoid-neuron'], { loss }, 80, 1);
      const gradient = fullGradient(pairProblems['sigmoid-neuron'], { loss }, examples, [-8, 0]);
      return Math.hypot(gradient[0], gradient[1]);
    };
    expect(size('bce')).toBeGreaterThan(20 * size('mse'));
  });

  it('outlier: one wild example shifts the minimum of squared error, and that of absolute error far less', () => {
    const lowest = (loss: 'mse' | 'mae'): Weights => {
      const examples = drawn(pairProblems.outlier, { loss }, 40, 0.3);
      const surface = sampleLossSurface(models.line, losses[loss], examples, { x: [0, 2], y: [-1, 1] }, 100, 100);
      const cell = surface.values.indexOf(surface.minimum);
      return [((cell % 100) + 0.5) / 50, (Math.floor(cell / 100) + 0.5) / 50 - 1];
    };
    const shift = ([w1, w2]: Weights) => Math.hypot(w1 - 1, w2 - 0.3);
    expect(shift(lowest('mse'))).toBeGreaterThan(0.3);
    expect(shift(lowest('mae'))).toBeLessThan(0.1);
  });
});
