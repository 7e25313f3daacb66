import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocateExamples, type Examples } from '../examples.ts';
import { losses } from '../losses/index.ts';
import { models } from '../models/index.ts';
import { Random } from '../random.ts';
import { eigen, hessian, largestEigenvalue, stabilityLimit } from './curvature.ts';

function sampleExamples(count: number): Examples {
  const random = new Random(3);
  const examples = allocateExamples(count);
  for (let i = 0; i < count; i++) {
    examples.x1[i] = random.uniform(-2, 2);
    examples.x2[i] = random.uniform(-2, 2);
    examples.y[i] = random.below(2);
  }
  return examples;
}

/** Entries whose squares do not underflow. */
const entry = fc.double({ min: -100, max: 100, noNaN: true }).map((x) => (Math.abs(x) < 1e-100 ? 0 : x));

describe('hessian', () => {
  it('of the line with squared error is twice the second moments of (x, 1)', () => {
    const examples = sampleExamples(9);
    const mean = (f: (x: number) => number) => examples.x1.reduce((sum, x) => sum + f(x), 0) / 9;
    const [a, b, c] = hessian(models.line, losses.mse, examples, [0.3, -2]);
    expect(a).toBeCloseTo(
      mean((x) => 2 * x * x),
      12,
    );
    expect(b).toBeCloseTo(
      mean((x) => 2 * x),
      12,
    );
    expect(c).toBeCloseTo(2, 12);
  });

  it('of tug of war is twice the identity', () => {
    expect(hessian(models.location, losses.identity, sampleExamples(5), [4, 1])).toEqual([2, 0, 2]);
  });

  it.each([
    ['sine', 'mse'],
    ['decay', 'mse'],
    ['location', 'welsch'],
    ['line', 'bce'],
    ['product', 'mse'],
  ] as const)('of %s and %s is what second differences of the mean loss give', (modelId, lossId) => {
    const examples = sampleExamples(20);
    const [model, loss] = [models[modelId], losses[lossId]];
    const value = (w1: number, w2: number) => {
      const prediction = new Float64Array(20);
      const each = new Float64Array(20);
      model.predict(w1, w2, examples, prediction);
      loss.value(prediction, examples.y, 20, each);
      return each.reduce((sum, x) => sum + x, 0) / 20;
    };
    const [w1, w2, h] = [0.6, 0.4, 1e-3];
    const [a, b, c] = hessian(model, loss, examples, [w1, w2]);
    const here = value(w1, w2);
    expect(a).toBeCloseTo((value(w1 + h, w2) - 2 * here + value(w1 - h, w2)) / h ** 2, 4);
    expect(c).toBeCloseTo((value(w1, w2 + h) - 2 * here + value(w1, w2 - h)) / h ** 2, 4);
    const corners = value(w1 + h, w2 + h) - value(w1 + h, w2 - h) - value(w1 - h, w2 + h) + value(w1 - h, w2 - h);
    expect(b).toBeCloseTo(corners / (4 * h ** 2), 4);
  });
});

describe('eigen', () => {
  it('solves H v = lambda v with unit vectors at right angles, the larger value first', () => {
    fc.assert(
      fc.property(entry, entry, entry, (a, b, c) => {
        const { values, vectors } = eigen([a, b, c]);
        const size = Math.abs(a) + Math.abs(b) + Math.abs(c) + 1e-300;
        expect(values[0]).toBeGreaterThanOrEqual(values[1]);
        expect(largestEigenvalue([a, b, c])).toBe(values[0]);
        for (const k of [0, 1] as const) {
          const [x, y] = vectors[k];
          expect(Math.hypot(x, y)).toBeCloseTo(1, 12);
          expect(Math.abs(a * x + b * y - values[k] * x) / size).toBeLessThan(1e-13);
          expect(Math.abs(b * x + c * y - values[k] * y) / size).toBeLessThan(1e-13);
        }
        expect(vectors[0][0] * vectors[1][0] + vectors[0][1] * vectors[1][1]).toBeCloseTo(0, 12);
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  it('keeps the digits of a small eigenvalue beside a large one', () => {
    expect(eigen([1e8 + 1, 1e8 - 1, 1e8 + 1]).values).toEqual([2e8, 2]);
  });

  it('knows the special cases', () => {
    expect(eigen([3, 0, 1])).toEqual({
      values: [3, 1],
      vectors: [
        [1, -0],
        [0, 1],
      ],
    });
    expect(eigen([1, 0, 3]).vectors[0]).toEqual([0, 1]);
    expect(eigen([0, 0, 0]).values).toEqual([0, 0]);
    expect(eigen([0, 1, 0]).values).toEqual([1, -1]);
  });
});

/** Whether the recursion of torch.optim.SGD on the loss lambda w²/2 shrinks. */
function converges(rate: number, lambda: number, beta: number, isNesterov: boolean): boolean {
  let [weight, velocity] = [1, 0];
  for (let step = 0; step < 20000; step++) {
    const gradient = lambda * weight;
    velocity = beta * velocity + gradient;
    weight -= rate * (isNesterov ? gradient + beta * velocity : velocity);
  }
  return Math.abs(weight) < 1e-3;
}

describe('stabilityLimit', () => {
  it('is 3 and 3.8 for heavy ball, 1.5 and 1.357 for Nesterov, at beta 0.5 and 0.9', () => {
    expect(stabilityLimit(1)).toBe(2);
    expect(stabilityLimit(1, 0.5)).toBe(3);
    expect(stabilityLimit(1, 0.9)).toBeCloseTo(3.8, 12);
    expect(stabilityLimit(1, 0.5, true)).toBe(1.5);
    expect(stabilityLimit(1, 0.9, true)).toBeCloseTo(1.3571, 4);
  });

  it('has no limit where nothing curves upward', () => {
    expect([stabilityLimit(0), stabilityLimit(-3, 0.9), stabilityLimit(Number.NaN)]).toEqual([
      Number.POSITIVE_INFINITY,
      Number.POSITIVE_INFINITY,
      Number.POSITIVE_INFINITY,
    ]);
  });

  it.each([
    [0, false],
    [0.5, false],
    [0.9, false],
    [0.5, true],
    [0.9, true],
  ])('parts convergence from divergence at momentum %f, Nesterov %s', (beta, isNesterov) => {
    const limit = stabilityLimit(2.5, beta, isNesterov);
    expect(converges(0.99 * limit, 2.5, beta, isNesterov)).toBe(true);
    expect(converges(1.01 * limit, 2.5, beta, isNesterov)).toBe(false);
  });
});
