import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocateExamples, type Examples } from '../examples.ts';
import { type LossId, losses } from '../losses/index.ts';
import { type ModelId, models } from '../models/index.ts';
import { Random } from '../random.ts';
import type { Domain } from '../vector.ts';
import { sampleLossSurface, sampleMeanLoss } from './lossSurface.ts';
import { Room } from './surfaces/grid.ts';

function sampleExamples(count: number, seed: number, size = 2, capacity = count): Examples {
  const random = new Random(seed);
  const examples = allocateExamples(capacity);
  // Rows past `count` belong to nobody, as in a mini-batch shorter than its buffer.
  for (const column of [examples.x1, examples.x2, examples.y]) column.fill(1e9);
  for (let i = 0; i < count; i++) {
    examples.x1[i] = random.uniform(-size, size);
    examples.x2[i] = random.uniform(-size, size);
    examples.y[i] = random.below(2);
  }
  examples.count = count;
  return examples;
}

/** The definition, written once more: nothing here is shared with the code under test but model and loss. */
function meanLossAt(modelId: ModelId, lossId: LossId, examples: Examples, w1: number, w2: number): number {
  const prediction = new Float64Array(examples.count);
  const each = new Float64Array(examples.count);
  models[modelId].predict(w1, w2, examples, prediction);
  losses[lossId].value(prediction, examples.y, examples.count, each);
  return each.reduce((sum, value) => sum + value, 0) / examples.count;
}

/** Largest relative difference of a surface from the definition. */
function largestDifference(modelId: ModelId, lossId: LossId, examples: Examples, domain: Domain): number {
  const [columns, rows] = [13, 7];
  const surface = sampleLossSurface(models[modelId], losses[lossId], examples, domain, columns, rows);
  let largest = 0;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const w1 = domain.x[0] + ((column + 0.5) / columns) * (domain.x[1] - domain.x[0]);
      const w2 = domain.y[0] + ((row + 0.5) / rows) * (domain.y[1] - domain.y[0]);
      const expected = meanLossAt(modelId, lossId, examples, w1, w2);
      const actual = surface.values[row * columns + column];
      if (actual === expected) continue;
      largest = Math.max(largest, Math.abs(actual - expected) / Math.abs(expected));
    }
  }
  return largest;
}

const domain: Domain = { x: [-3, 4], y: [-2, 2.5] };
const pairs = Object.keys(models).flatMap((modelId) =>
  Object.keys(losses).map((lossId) => [modelId as ModelId, lossId as LossId] as const),
);

describe('sampleLossSurface', () => {
  it.each(pairs)('equals the mean loss of every example: %s and %s', (modelId, lossId) => {
    // The identity loss of these models may cancel to nearly 0, where a relative difference says nothing.
    const limit = lossId === 'identity' && modelId !== 'location' ? 1e-6 : 1e-9;
    for (const count of [1, 2, 3, 32, 100])
      expect(largestDifference(modelId, lossId, sampleExamples(count, count, 2, count + 5), domain)).toBeLessThan(
        limit,
      );
  });

  it('keeps its accuracy at the bottom of a perfect fit', () => {
    const examples = sampleExamples(50, 4);
    for (let i = 0; i < 50; i++) {
      examples.x1[i] = examples.x1[i] + 5;
      examples.y[i] = 0.6 * examples.x1[i] - 2;
    }
    const bottom: Domain = { x: [0.6 - 1e-4, 0.6 + 2e-4], y: [-2 - 1e-4, -2 + 2e-4] };
    expect(largestDifference('line', 'mse', examples, bottom)).toBeLessThan(1e-9);
  });

  it.each([
    ['plane', 3],
    ['plane', 30],
    ['plane', 300],
    ['plane', 1e4],
    ['line', 30],
    ['line', 1e4],
  ] as const)('is exact for the logistic loss of the %s with features up to %f', (modelId, size) => {
    expect(largestDifference(modelId, 'bce', sampleExamples(200, 8, size), domain)).toBeLessThan(1e-9);
  });

  it('is exact for the logistic loss of separated classes, down to the smallest loss', () => {
    const examples = sampleExamples(60, 5);
    for (let i = 0; i < 60; i++) examples.y[i] = examples.x1[i] > 0 ? 1 : 0;
    for (let i = 0; i < 60; i++) examples.x1[i] = examples.x1[i] + (examples.y[i] === 1 ? 1 : -1);
    expect(largestDifference('plane', 'bce', examples, { x: [5, 90], y: [-0.5, 0.5] })).toBeLessThan(1e-9);
  });

  it('takes targets between 0 and 1 for the logistic loss', () => {
    const examples = sampleExamples(20, 6);
    examples.y.fill(0.3);
    expect(largestDifference('plane', 'bce', examples, domain)).toBeLessThan(1e-9);
  });

  it.each([10, 1000, 1e5])('is exact for the sigmoid neuron and the wells with weights up to %f', (reach) => {
    const wide: Domain = { x: [-reach, reach], y: [-reach, reach] };
    const examples = sampleExamples(30, 7);
    expect(largestDifference('sigmoid-neuron', 'mse', examples, wide)).toBeLessThan(1e-9);
    expect(largestDifference('location', 'welsch', examples, wide)).toBeLessThan(1e-9);
  });

  it('agrees with the definition for random data and domains', () => {
    const value = fc.double({ min: -5, max: 5, noNaN: true });
    const size = fc.double({ min: 0.1, max: 10, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.nat(), value, value, size, (count, seed, low1, low2, width) => {
        const somewhere: Domain = { x: [low1, low1 + width], y: [low2, low2 + width] };
        for (const modelId of ['line', 'plane', 'product', 'sine', 'tanh-neuron'] as const)
          expect(largestDifference(modelId, 'mse', sampleExamples(count, seed), somewhere)).toBeLessThan(1e-9);
        expect(largestDifference('plane', 'bce', sampleExamples(count, seed), somewhere)).toBeLessThan(1e-9);
      }),
      { numRuns: 25, seed: 1 },
    );
  });

  it.each(pairs)('is the same to the last bit in a room that other fills have used: %s and %s', (modelId, lossId) => {
    const room = new Room();
    const sample = (count: number, columns: number, rows: number, ...used: readonly Room[]) =>
      sampleLossSurface(models[modelId], losses[lossId], sampleExamples(count, count), domain, columns, rows, ...used);
    for (const [count, columns, rows] of [
      [100, 13, 7],
      [3, 13, 7],
      [60, 6, 9],
    ] as const) {
      const surface = sample(count, columns, rows, room);
      expect(surface).toEqual(sample(count, columns, rows));
      const finite = [...surface.values].filter(Number.isFinite);
      expect([surface.minimum, surface.maximum]).toEqual([Math.min(...finite), Math.max(...finite)]);
    }
  });

  it('tells the finite extremes, and NaN when nothing is finite', () => {
    const [model, loss] = [models.decay, losses.mse];
    const examples = sampleExamples(10, 9);
    const partly = sampleLossSurface(model, loss, examples, { x: [1, 2], y: [-1e4, 1e4] }, 4, 4);
    expect(partly.values.some((value) => !Number.isFinite(value))).toBe(true);
    const finite = [...partly.values].filter((value) => Number.isFinite(value));
    expect(finite.length === 0 ? Number.NaN : Math.min(...finite)).toBe(partly.minimum);
    const nowhere = sampleLossSurface(models.line, loss, examples, { x: [1e300, 2e300], y: [0, 1] }, 2, 2);
    expect([nowhere.minimum, nowhere.maximum]).toEqual([Number.NaN, Number.NaN]);
  });
});

describe('sampleMeanLoss', () => {
  it.each(pairs)('equals the mean loss at every pair of weights: %s and %s', (modelId, lossId) => {
    const examples = sampleExamples(40, 2, 2, 45);
    const weights = Float64Array.of(0.5, -1, 2, 3, -1.5, 0.25);
    const values = sampleMeanLoss(models[modelId], losses[lossId], examples, weights);
    expect(values).toHaveLength(3);
    values.forEach((value, i) => {
      const expected = meanLossAt(modelId, lossId, examples, weights[2 * i], weights[2 * i + 1]);
      expect(Math.abs(value - expected)).toBeLessThanOrEqual(1e-12 * Math.abs(expected) + 1e-15);
    });
  });
});
