import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocateExamples, type Examples } from './examples.ts';
import type { Loss } from './loss.ts';
import { losses } from './losses/index.ts';
import type { Model } from './model.ts';
import { models } from './models/index.ts';

interface Case {
  readonly w1: number;
  readonly w2: number;
  readonly x1: number;
  readonly x2: number;
  readonly y: number;
}

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const cases: fc.Arbitrary<Case> = fc.record({
  w1: number(-2, 2),
  w2: number(-2, 2),
  x1: number(-2, 2),
  x2: number(-2, 2),
  y: fc.oneof(fc.constantFrom(0, 1), number(-2, 2)),
});

const column = () => new Float64Array(1);

function oneExample({ x1, x2, y }: Case): Examples {
  const examples = allocateExamples(1);
  examples.x1[0] = x1;
  examples.x2[0] = x2;
  examples.y[0] = y;
  return examples;
}

function lossAt(model: Model, loss: Loss, examples: Examples, w1: number, w2: number): number {
  const prediction = column();
  const value = column();
  model.predict(w1, w2, examples, prediction);
  loss.value(prediction, examples.y, 1, value);
  return value[0];
}

/** First and second derivatives of one example's loss by the weights, by the chain rule. */
function derivatives(model: Model, loss: Loss, examples: Examples, w1: number, w2: number): number[] {
  const [prediction, first, second, p1, p2, p11, p12, p22] = Array.from({ length: 8 }, column) as Float64Array[];
  model.predict(w1, w2, examples, prediction);
  model.derivative(w1, w2, examples, p1, p2);
  model.secondDerivative(w1, w2, examples, p11, p12, p22);
  loss.derivative(prediction, examples.y, 1, first);
  loss.secondDerivative(prediction, examples.y, 1, second);
  const [d, dd, a, b] = [first[0], second[0], p1[0], p2[0]];
  return [d * a, d * b, dd * a * a + d * p11[0], dd * a * b + d * p12[0], dd * b * b + d * p22[0]];
}

/** Slope of f at 0 by central differences of two widths, which leaves an error of the fourth order in the step. */
function slope(f: (shift: number) => number, step = 1e-3): number {
  const narrow = f(step) - f(-step);
  const wide = f(2 * step) - f(-2 * step);
  return (8 * narrow - wide) / (12 * step);
}

/** Whether a kink of the model or the loss lies within reach of the differences around these weights. */
function isNearKink(modelId: string, lossId: string, model: Model, c: Case): boolean {
  const reach = 0.02 * (1 + Math.abs(c.w1) + Math.abs(c.w2)) ** 2;
  if (modelId === 'relu-neuron' && Math.abs(c.w1 * c.x1 + c.w2) < reach) return true;
  const prediction = column();
  const examples = oneExample(c);
  const margin = reach * (modelId === 'decay' ? Math.exp(Math.abs(c.w2 * c.x1)) : 1);
  model.predict(c.w1, c.w2, examples, prediction);
  const residual = Math.abs(prediction[0] - c.y);
  if (lossId === 'mae') return residual < margin;
  if (lossId === 'huber') return Math.abs(residual - 1) < margin;
  if (lossId === 'hinge') return Math.abs(1 - (2 * c.y - 1) * prediction[0]) < 3 * margin;
  return false;
}

/** Differences lose the digits that the size of the function takes up: the tolerance is relative to both. */
const isClose = (actual: number, expected: number, size: number): boolean =>
  Math.abs(actual - expected) <= 1e-6 * Math.max(Math.abs(expected), 1e-3 * (1 + Math.abs(size)));

for (const [modelId, model] of Object.entries<Model>(models)) {
  describe(modelId, () => {
    for (const [lossId, loss] of Object.entries<Loss>(losses)) {
      it(`has the gradient and second derivatives of ${lossId} that central differences give`, () => {
        fc.assert(
          fc.property(cases, (c) => {
            fc.pre(!isNearKink(modelId, lossId, model, c));
            const examples = oneExample(c);
            const at = (w1: number, w2: number) => lossAt(model, loss, examples, w1, w2);
            const gradient = (w1: number, w2: number) => derivatives(model, loss, examples, w1, w2);
            const [g1, g2, h11, h12, h22] = gradient(c.w1, c.w2) as [number, number, number, number, number];
            const size = Math.abs(at(c.w1, c.w2));
            const steepness = Math.abs(g1) + Math.abs(g2) + size;
            const close = (actual: number, expected: number, scale: number) => {
              if (!isClose(actual, expected, scale)) expect(actual).toBe(expected);
            };
            close(
              g1,
              slope((h) => at(c.w1 + h, c.w2)),
              size,
            );
            close(
              g2,
              slope((h) => at(c.w1, c.w2 + h)),
              size,
            );
            close(
              h11,
              slope((h) => gradient(c.w1 + h, c.w2)[0]),
              steepness,
            );
            close(
              h12,
              slope((h) => gradient(c.w1 + h, c.w2)[1]),
              steepness,
            );
            close(
              h12,
              slope((h) => gradient(c.w1, c.w2 + h)[0]),
              steepness,
            );
            close(
              h22,
              slope((h) => gradient(c.w1, c.w2 + h)[1]),
              steepness,
            );
          }),
          { numRuns: 60, seed: 1 },
        );
      });
    }
  });
}

describe('values kept from the forward pass', () => {
  const count = 40;
  const examples = allocateExamples(count);
  for (let i = 0; i < count; i++) {
    examples.x1[i] = Math.sin(i);
    examples.x2[i] = Math.cos(2 * i);
    examples.y[i] = i % 2;
  }
  const columns = () => [new Float64Array(count), new Float64Array(count)] as const;

  it.each(Object.entries<Model>(models))('change nothing in the derivative of %s', (_name, model) => {
    const [prediction, kept] = columns();
    const [plain] = columns();
    model.predict(0.7, -1.3, examples, prediction, kept);
    model.predict(0.7, -1.3, examples, plain);
    expect(prediction).toEqual(plain);
    const [a1, a2] = columns();
    const [b1, b2] = columns();
    model.derivative(0.7, -1.3, examples, a1, a2, kept);
    model.derivative(0.7, -1.3, examples, b1, b2);
    expect([a1, a2]).toEqual([b1, b2]);
  });

  it.each(Object.entries<Loss>(losses))('change nothing in the derivative of %s', (_name, loss) => {
    const prediction = examples.x2.map((x) => 5 * x);
    const [value, kept] = columns();
    const [plain] = columns();
    loss.value(prediction, examples.y, count, value, kept);
    loss.value(prediction, examples.y, count, plain);
    expect(value).toEqual(plain);
    const [a, b] = columns();
    loss.derivative(prediction, examples.y, count, a, kept);
    loss.derivative(prediction, examples.y, count, b);
    expect(a).toEqual(b);
  });
});

describe('conventions at kinks and far away, as PyTorch has them', () => {
  const value = (loss: Loss, p: number, y: number) => {
    const out = column();
    loss.value(Float64Array.of(p), Float64Array.of(y), 1, out);
    return out[0];
  };
  const derivative = (loss: Loss, p: number, y: number) => {
    const out = column();
    loss.derivative(Float64Array.of(p), Float64Array.of(y), 1, out);
    return out[0];
  };

  it('relu has slope 0 at its kink', () => {
    const [byW1, byW2] = [column(), column()];
    const examples = oneExample({ w1: 0, w2: 0, x1: 2, x2: 0, y: 0 });
    models['relu-neuron'].derivative(-1, 2, examples, byW1, byW2);
    expect([byW1[0], byW2[0]]).toEqual([0, 0]);
  });

  it('mae has slope 0 at its corner, hinge the slope of its rising side, huber that of its straight part', () => {
    expect(derivative(losses.mae, 1.5, 1.5)).toBe(0);
    expect(derivative(losses.hinge, 1, 1)).toBe(-1);
    expect(derivative(losses.hinge, -1, 0)).toBe(1);
    expect(derivative(losses.hinge, 1 + 1e-12, 1)).toBe(0);
    expect([derivative(losses.huber, 3, 2), derivative(losses.huber, 1, 2)]).toEqual([1, -1]);
    expect([value(losses.huber, 3, 2), value(losses.huber, 5, 2)]).toEqual([0.5, 2.5]);
  });

  it('cross-entropy is finite and exact for logits of any size', () => {
    expect(value(losses.bce, 1e4, 0)).toBe(1e4);
    expect(value(losses.bce, -1e4, 1)).toBe(1e4);
    expect(value(losses.bce, 1e4, 1)).toBe(0);
    expect(value(losses.bce, 40, 1) / Math.exp(-40)).toBeCloseTo(1, 12);
    expect([derivative(losses.bce, 1e4, 0), derivative(losses.bce, -1e4, 1)]).toEqual([1, -1]);
    expect(derivative(losses.bce, -1e4, 0)).toBe(0);
  });
});
