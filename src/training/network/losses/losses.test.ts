import { describe, expect, it } from 'vitest';
import { Random } from '../../random.ts';
import type { LossKind, NetworkLoss } from '../networkLoss.ts';
import { type NetworkLossId, networkLosses } from './index.ts';
import { networkLossKinds } from './kinds.ts';

interface Case {
  readonly name: string;
  readonly loss: LossKind & NetworkLoss;
  readonly classes: number;
}

const lossOf = (name: NetworkLossId): Case['loss'] => ({ ...networkLossKinds[name], ...networkLosses[name] });

const names = Object.keys(networkLosses) as NetworkLossId[];

const cases: readonly Case[] = names.flatMap((name) =>
  [0, 2, 3, 6]
    .filter((classes) => networkLossKinds[name].fits(classes))
    .map((classes) => ({ name, loss: lossOf(name), classes })),
);

/** Loss, gradient, and second derivatives times `direction` of one example by its outputs. */
function measure({ loss, classes }: Case, output: Float64Array, y: number, direction = output) {
  const outputs = loss.outputs(classes);
  const target = Float64Array.from({ length: outputs }, (_, k) => loss.target(y, k, classes));
  const [kept, gradient, curved, value] = [outputs, outputs, outputs, 1].map((length) => new Float64Array(length));
  loss.value(output, target, outputs, 1, value, kept);
  loss.derivative(output, target, outputs, 1, gradient, kept);
  loss.secondDerivative(output, target, outputs, 1, direction, curved, kept);
  return { value: value[0], gradient, curved };
}

const random = new Random(9);
const targetOf = (classes: number) => (classes === 0 ? random.uniform(-2, 2) : random.below(classes));
const outputsOf = (count: number, size: number) =>
  Float64Array.from({ length: count }, () => random.uniform(-size, size));

describe.each(cases)('$name of $classes classes', (own) => {
  const outputs = own.loss.outputs(own.classes);

  it('has the gradient and the second derivatives of central differences', () => {
    const step = 1e-5;
    for (let round = 0; round < 60; round++) {
      const output = outputsOf(outputs, 4);
      const direction = outputsOf(outputs, 1);
      const y = targetOf(own.classes);
      const along = (shift: number) =>
        measure(
          own,
          output.map((p, k) => p + shift * direction[k]),
          y,
        );
      const [before, after] = [along(-step), along(step)];
      const { gradient, curved } = measure(own, output, y, direction);
      const slope = gradient.reduce((sum, g, k) => sum + g * direction[k], 0);
      expect(Math.abs(slope - (after.value - before.value) / (2 * step))).toBeLessThan(1e-8);
      for (const [k, value] of curved.entries())
        expect(Math.abs(value - (after.gradient[k] - before.gradient[k]) / (2 * step))).toBeLessThan(1e-8);
    }
  });

  it('gives an example the same numbers in a block as alone', () => {
    const count = 5;
    const all = outputsOf(outputs * count, 3);
    const y = Array.from({ length: count }, () => targetOf(own.classes));
    const target = Float64Array.from({ length: outputs * count }, (_, at) =>
      own.loss.target(y[at % count], Math.floor(at / count), own.classes),
    );
    const [kept, gradient, curved, loss] = [all, all, all, new Float64Array(count)].map((column) => column.slice());
    own.loss.value(all, target, outputs, count, loss, kept);
    own.loss.derivative(all, target, outputs, count, gradient, kept);
    own.loss.secondDerivative(all, target, outputs, count, all, curved, kept);
    const rowOf = (column: Float64Array, e: number) => column.filter((_, at) => at % count === e);
    for (let e = 0; e < count; e++) {
      const alone = measure(own, rowOf(all, e), y[e]);
      expect(loss[e]).toBe(alone.value);
      expect(rowOf(gradient, e)).toEqual(alone.gradient);
      expect(rowOf(curved, e)).toEqual(alone.curved);
    }
  });

  it('is never no number, however large the outputs', () => {
    for (const size of [40, 746, 1e10, 1e150, 1e160, 1e300]) {
      for (let round = 0; round < 2 ** outputs; round++) {
        const output = Float64Array.from({ length: outputs }, (_, k) => ((round >> k) & 1 ? size : -size));
        const y = own.classes === 0 ? 1 : round % own.classes;
        const { value, gradient, curved } = measure(own, output, y, new Float64Array(outputs).fill(1));
        expect([value, ...gradient, ...curved].some(Number.isNaN), `${size}, ${round}`).toBe(false);
        expect([...gradient].every(Number.isFinite)).toBe(true);
      }
    }
  });
});

describe('targets', () => {
  it('of squared error are -1 and +1 for classes, the number itself otherwise', () => {
    const { mse, hinge, bce } = networkLosses;
    const sigmoidMse = networkLosses['sigmoid-mse'];
    expect([0, 1].map((y) => mse.target(y, 0, 2))).toEqual([-1, 1]);
    expect([0, 1].map((y) => hinge.target(y, 0, 2))).toEqual([-1, 1]);
    expect([0, 1].map((y) => sigmoidMse.target(y, 0, 2))).toEqual([0, 1]);
    expect([0, 1].map((y) => bce.target(y, 0, 2))).toEqual([0, 1]);
    expect([0, 1, 2].map((k) => mse.target(2, k, 3))).toEqual([-1, -1, 1]);
    expect([0, 1, 2].map((k) => sigmoidMse.target(0, k, 3))).toEqual([1, 0, 0]);
    expect(mse.target(0.37, 0, 0)).toBe(0.37);
  });
});

describe('behind a sigmoid', () => {
  it('squared error hardly corrects what is surely wrong, cross-entropy fully', () => {
    const of = (name: 'bce' | 'sigmoid-mse') =>
      measure({ name, loss: lossOf(name), classes: 2 }, Float64Array.of(12), 0).gradient[0];
    expect(of('bce')).toBeGreaterThan(0.99);
    expect(of('sigmoid-mse')).toBeLessThan(2e-5);
  });
});
