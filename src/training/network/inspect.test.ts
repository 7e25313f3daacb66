import { describe, expect, it } from 'vitest';
import { allocateExamples, type Examples } from '../examples.ts';
import { networkObjective } from '../objective/networkObjective.ts';
import { Random } from '../random.ts';
import { overflowingLayer, overflowingPart, sizesByLayer } from './inspect.ts';
import type { NetworkSpec } from './network.ts';

const random = new Random(4);

const spec: NetworkSpec = { inputs: ['x1', 'x2'], hidden: [3, 2], activation: 'tanh', loss: 'mse', classes: 3 };
const objective = networkObjective(spec);
const { layout } = objective.network;

function points(count: number): Examples {
  const examples = allocateExamples(count);
  for (let row = 0; row < count; row++) {
    examples.x1[row] = random.uniform(-3, 3);
    examples.x2[row] = random.uniform(-3, 3);
    examples.y[row] = row % 3;
  }
  return examples;
}

const examples = points(90);
const order = Int32Array.from({ length: 90 }, (_, at) => (7 * at) % 90);
const weights = Float64Array.from({ length: objective.dimension }, () => random.uniform(-1, 1));
const inspection = objective.inspect(weights, examples, order, 5, 85);

describe('a batch taken apart', () => {
  it('has the gradient and the loss of the training loop, to the bit', () => {
    const gradient = new Float64Array(objective.dimension);
    const loss = objective.sum(weights, examples, order, 5, 85, gradient);
    expect(inspection.gradient).toEqual(gradient.map((sum) => sum / 80));
    expect(inspection.meanLoss).toBe(loss / 80);
  });

  it('has the gradient of each example, whose mean is the gradient of the batch', () => {
    const { dimension } = objective;
    const single = new Float64Array(dimension);
    for (let e = 0; e < 80; e++) {
      objective.sum(weights, examples, order, 5 + e, 6 + e, single);
      expect(inspection.exampleGradients.subarray(e * dimension, (e + 1) * dimension)).toEqual(single);
    }
    for (let i = 0; i < dimension; i++) {
      let sum = 0;
      for (let e = 0; e < 80; e++) sum += inspection.exampleGradients[e * dimension + i];
      expect(Math.abs(sum / 80 - inspection.gradient[i])).toBeLessThan(1e-14);
    }
  });

  it('has each unit of each example as its formula says', () => {
    const [first, second] = layout.layers;
    const [bottom, middle] = inspection.layers;
    for (let e = 0; e < 80; e++) {
      const row = order[5 + e];
      const [x1, x2] = [examples.x1[row], examples.x2[row]];
      expect([inspection.inputs[e], inspection.inputs[80 + e]]).toEqual([x1, x2]);
      for (let unit = 0; unit < 3; unit++) {
        const z = weights[first.biases + unit] + weights[2 * unit] * x1 + weights[2 * unit + 1] * x2;
        expect(bottom.sum[unit * 80 + e]).toBeCloseTo(z, 14);
        expect(bottom.value[unit * 80 + e]).toBeCloseTo(Math.tanh(z), 14);
        const passed = [0, 1].map((j) => weights[second.weights + 3 * j + unit] * middle.delta[j * 80 + e]);
        const slope = 1 - Math.tanh(z) * Math.tanh(z);
        expect(bottom.slope[unit * 80 + e]).toBeCloseTo(slope, 14);
        expect(bottom.delta[unit * 80 + e]).toBeCloseTo(slope * (passed[0] + passed[1]), 13);
      }
      expect([0, 1, 2].map((k) => inspection.target[k * 80 + e])).toEqual(
        [0, 1, 2].map((k) => (k === examples.y[row] ? 1 : -1)),
      );
    }
  });

  it('has sizes by layer', () => {
    const vector = Float64Array.from(weights, () => 2);
    expect(sizesByLayer(layout, vector)).toEqual([2, 2, 2]);
    vector[layout.layers[1].biases] = Math.sqrt(4 + 8 * 5);
    expect(sizesByLayer(layout, vector)[1]).toBeCloseTo(3, 14);
  });

  it('has the squares that the training loop can add up on its way', () => {
    const squares = new Float64Array(6).fill(9);
    objective.sum(weights, examples, order, 5, 85, new Float64Array(objective.dimension), squares);
    const sum = (numbers: Float64Array) => numbers.reduce((total, number) => total + number * number, 0);
    for (const [index, { value, delta }] of inspection.layers.entries()) {
      expect(squares[2 * index]).toBeCloseTo(sum(value), 10);
      expect(squares[2 * index + 1]).toBeCloseTo(sum(delta), 10);
    }
  });
});

describe('units without a slope', () => {
  const shifted = (activation: NetworkSpec['activation'], bias: number) => {
    const own = networkObjective({ ...spec, activation });
    const moved = weights.slice();
    moved[layout.layers[0].biases + 1] = bias;
    return own.unitStates(moved, examples);
  };

  it('are dead where a ReLU is off on all data', () => {
    expect(shifted('relu', -50)[0][1]).toBe('dead');
    expect(shifted('relu', 50)[0][1]).toBe('active');
  });

  it('are saturated where the slope is small on all data', () => {
    expect(shifted('tanh', 10)[0][1]).toBe('saturated');
    expect(shifted('sigmoid', -10)[0][1]).toBe('saturated');
    expect(shifted('leaky-relu', -50)[0][1]).toBe('saturated');
    expect(shifted('linear', 1e9)[0][1]).toBe('active');
  });

  it('are told apart unit by unit', () => {
    const [first, second] = shifted('tanh', 10);
    expect(first).toHaveLength(3);
    expect(first.filter((state) => state === 'active')).toHaveLength(2);
    expect(second).toEqual(['active', 'active']);
  });
});

describe('overflow', () => {
  const inspectAt = (change: (moved: Float64Array) => void, activation: NetworkSpec['activation'] = 'relu') => {
    const moved = weights.slice();
    change(moved);
    return overflowingLayer(networkObjective({ ...spec, activation }).inspect(moved, examples, order, 0, 10));
  };

  it('is found in the lowest layer on the way forward', () => {
    const second = layout.layers[1];
    expect(inspectAt(() => undefined)).toBeNull();
    expect(inspectAt((moved) => moved.fill(1.7e308, 0, 2))).toBe(0);
    expect(inspectAt((moved) => moved.fill(1.7e308, second.weights, second.end))).toBe(1);
  });

  it('is found on the way back where the outputs are finite', () => {
    const third = layout.layers[2];
    const grow = (moved: Float64Array) => {
      // Both units of layer 2 say 1, and the large weights behind them cancel: each output is 9, its delta some units.
      moved.fill(0, layout.layers[1].weights, layout.layers[1].biases);
      moved.fill(30, layout.layers[1].biases, layout.layers[1].end);
      for (let k = 0; k < 3; k++) moved.set([1.6e308, -1.6e308], third.weights + 2 * k);
      moved.fill(9, third.biases, third.end);
    };
    expect(inspectAt(grow, 'tanh')).toBe(1);
  });

  it('in a vector is found in the lowest layer', () => {
    const vector = new Float64Array(objective.dimension);
    expect(overflowingPart(layout, vector)).toBeNull();
    vector[layout.layers[2].biases] = Number.NaN;
    expect(overflowingPart(layout, vector)).toBe(2);
    vector[layout.layers[1].weights] = Number.POSITIVE_INFINITY;
    expect(overflowingPart(layout, vector)).toBe(1);
  });
});
