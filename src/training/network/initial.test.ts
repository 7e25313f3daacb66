import { describe, expect, it } from 'vitest';
import type { Vector } from '../vector.ts';
import type { ActivationId } from './activations/index.ts';
import { computedNetwork } from './computed.ts';
import { initialWeights } from './initial.ts';
import { type Initial, type InitialId, initialLabels } from './initialFields.ts';
import { networkOf } from './network.ts';

const networkWith = (activation: ActivationId) =>
  computedNetwork(networkOf({ inputs: ['x1', 'x2'], hidden: [8, 8], activation, loss: 'bce', classes: 2 }));
const network = networkWith('tanh');
const { layers, dimension } = network.layout;

/** Weights and biases of each layer, drawn with many seeds, so that their range and spread show. */
function drawn(initial: Initial, activation: ActivationId = 'tanh') {
  const own = networkWith(activation);
  const all = Array.from({ length: 400 }, (_, seed) => initialWeights(own, initial, seed));
  const gathered = (from: number, to: number): Vector =>
    Float64Array.from(all.flatMap((weights) => [...weights.subarray(from, to)]));
  return layers.map(({ weights, biases, end }) => ({ w: gathered(weights, biases), b: gathered(biases, end) }));
}

const largestOf = (numbers: Vector) => numbers.reduce((most, number) => Math.max(most, Math.abs(number)), 0);
const spreadOf = (numbers: Vector) => Math.sqrt(numbers.reduce((sum, n) => sum + n * n, 0) / numbers.length);

describe('first weights', () => {
  it.each<[Initial, ActivationId, readonly number[]]>([
    [{ kind: 'torch' }, 'tanh', [Math.SQRT1_2, Math.sqrt(1 / 8), Math.sqrt(1 / 8)]],
    [{ kind: 'xavier' }, 'tanh', [(5 / 3) * Math.sqrt(0.6), (5 / 3) * Math.sqrt(6 / 16), Math.sqrt(6 / 9)]],
    [{ kind: 'xavier' }, 'sigmoid', [Math.sqrt(0.6), Math.sqrt(6 / 16), Math.sqrt(6 / 9)]],
    [{ kind: 'he' }, 'relu', [Math.sqrt(3), Math.sqrt(6 / 8), Math.sqrt(3 / 8)]],
  ])('%j behind %s are uniform within their bounds', (initial, activation, bounds) => {
    for (const [index, { w, b }] of drawn(initial, activation).entries()) {
      expect(largestOf(w)).toBeLessThanOrEqual(bounds[index]);
      expect(largestOf(w)).toBeGreaterThan(0.99 * bounds[index]);
      expect(spreadOf(w)).toBeCloseTo(bounds[index] / Math.sqrt(3), 1);
      if (initial.kind !== 'torch') expect(largestOf(b)).toBe(0);
      else expect(largestOf(b)).toBeGreaterThan(0.97 * bounds[index]);
    }
  });

  it('normal have the spread asked for, biases too', () => {
    for (const { w, b } of drawn({ kind: 'normal', spread: 0.5 })) {
      expect(spreadOf(w)).toBeCloseTo(0.5, 1);
      expect(spreadOf(b)).toBeCloseTo(0.5, 1);
    }
  });

  it('equal and zero are what they say', () => {
    expect(new Set(initialWeights(network, { kind: 'equal', constant: -0.7 }, 3))).toEqual(new Set([-0.7]));
    expect(new Set(initialWeights(network, { kind: 'equal' }, 3))).toEqual(new Set([0.3]));
    expect(new Set(initialWeights(network, { kind: 'zero' }, 3))).toEqual(new Set([0]));
  });

  it.each((Object.keys(initialLabels) as InitialId[]).map((kind) => [kind] as const))(
    '%s: one seed, one draw',
    (kind) => {
      const first = initialWeights(network, { kind }, 7);
      expect(first).toHaveLength(dimension);
      expect(initialWeights(network, { kind }, 7)).toEqual(first);
      const isRandom = kind !== 'equal' && kind !== 'zero';
      expect(initialWeights(network, { kind }, 8).some((weight, i) => weight !== first[i])).toBe(isRandom);
    },
  );

  it.each([
    [{ kind: 'lecun' as 'he' }, 'There is no way to begin lecun.'],
    [{ kind: 'normal', spread: 0 } as const, 'Spread must be above 0, not 0.'],
    [{ kind: 'equal', constant: Number.NaN } as const, 'Every weight is a number, not NaN.'],
  ])('refuses %j', (initial, message) => {
    expect(() => initialWeights(network, initial, 1)).toThrow(new RangeError(message));
  });

  it('are drawn layer by layer, W row by row, then b', () => {
    const torch = initialWeights(network, { kind: 'torch' }, 11);
    // A network that begins alike draws its first layer alike.
    const wider = computedNetwork(networkOf({ ...network.spec, hidden: [8, 3, 2] }));
    const { weights, end } = wider.layout.layers[0];
    expect(initialWeights(wider, { kind: 'torch' }, 11).subarray(weights, end)).toEqual(torch.subarray(weights, end));
  });
});
