import { describe, expect, it } from 'vitest';
import { allocateExamples, type Examples } from '../examples.ts';
import { type ActivationId, activations } from '../network/activations/index.ts';
import { type InputId, inputFeatures } from '../network/inputs.ts';
import { type NetworkLossId, networkLosses } from '../network/losses/index.ts';
import { networkLossKinds } from '../network/losses/kinds.ts';
import { formulaLines, type NetworkSpec, networkOf } from '../network/network.ts';
import { Random } from '../random.ts';
import type { Vector } from '../vector.ts';
import { type NetworkObjective, networkObjective } from './networkObjective.ts';

const random = new Random(21);

/** Points of each class by turns, or numbers as targets. */
function examplesOf(count: number, classes: number): Examples {
  const examples = allocateExamples(count);
  for (let row = 0; row < count; row++) {
    examples.x1[row] = random.uniform(-3, 3);
    examples.x2[row] = random.uniform(-3, 3);
    examples.y[row] = classes === 0 ? random.uniform(-2, 2) : row % classes;
  }
  return examples;
}

const vectorOf = (length: number, size = 0.8): Vector =>
  Float64Array.from({ length }, () => random.uniform(-size, size));

const shuffled = (count: number): Int32Array => {
  const order = Int32Array.from({ length: count }, (_, row) => row);
  random.shuffle(order);
  return order;
};

const plus = (weights: Vector, shift: number, direction: Vector): Vector =>
  weights.map((weight, i) => weight + shift * direction[i]);

function meanGradient(objective: NetworkObjective, weights: Vector, examples: Examples, order: Int32Array): Vector {
  const gradient = new Float64Array(objective.dimension);
  objective.sum(weights, examples, order, 0, order.length, gradient);
  return gradient.map((sum) => sum / order.length);
}

const fitting: readonly (readonly [ActivationId, NetworkLossId, number])[] = (
  Object.keys(activations) as ActivationId[]
).flatMap((activation) =>
  (Object.keys(networkLosses) as NetworkLossId[]).flatMap((loss) =>
    [0, 2, 3]
      .filter((classes) => networkLossKinds[loss].fits(classes))
      .map((classes) => [activation, loss, classes] as const),
  ),
);

describe.each(fitting)('%s with %s of %i classes', (activation, loss, classes) => {
  const objective = networkObjective({ inputs: ['x1', 'x2'], hidden: [4, 3], activation, loss, classes });
  // A corner between two points of a difference would spoil it; the seed leaves none there.
  const examples = examplesOf(12, classes);
  const order = shuffled(12);
  const weights = vectorOf(objective.dimension);

  it.each([1, 7, 64, 65, 150])('means of %i examples are sums by their number, to the last bit', (count) => {
    const many = examplesOf(count, classes);
    const rows = shuffled(count);
    const [sums, means, squares, same] = [0, 0, 6, 6].map((length) =>
      new Float64Array(length || weights.length).fill(9),
    );
    const loss = objective.sum(weights, many, rows, 0, count, sums, squares);
    expect(objective.mean(weights, many, rows, 0, count, means, same)).toBe(loss / count);
    expect(means).toEqual(sums.map((sum) => sum / count));
    expect(same).toEqual(squares);
  });

  it('has the gradient of central differences', () => {
    const gradient = meanGradient(objective, weights, examples, order);
    const step = 1e-5;
    for (const [i, slope] of gradient.entries()) {
      const unit = new Float64Array(objective.dimension);
      unit[i] = 1;
      const difference =
        objective.meanLoss(plus(weights, step, unit), examples) -
        objective.meanLoss(plus(weights, -step, unit), examples);
      expect(Math.abs(slope - difference / (2 * step)), `weight ${i}`).toBeLessThan(1e-6);
    }
  });

  it('has the Hessian of differences of gradients', () => {
    const step = 1e-5;
    const direction = vectorOf(objective.dimension);
    const product = new Float64Array(objective.dimension);
    objective.hessianTimes(weights, direction, examples, order, 0, 12, product);
    const after = meanGradient(objective, plus(weights, step, direction), examples, order);
    const before = meanGradient(objective, plus(weights, -step, direction), examples, order);
    for (const [i, value] of product.entries())
      expect(Math.abs(value - (after[i] - before[i]) / (2 * step)), `weight ${i}`).toBeLessThan(1e-7);
  });

  it('has a symmetric Hessian', () => {
    const [one, other] = [vectorOf(objective.dimension), vectorOf(objective.dimension)];
    const [timesOne, timesOther] = [one.slice(), one.slice()];
    objective.hessianTimes(weights, one, examples, order, 0, 12, timesOne);
    objective.hessianTimes(weights, other, examples, order, 0, 12, timesOther);
    const dot = (a: Vector, b: Vector) => a.reduce((sum, value, i) => sum + value * b[i], 0);
    expect(Math.abs(dot(timesOne, other) - dot(timesOther, one))).toBeLessThan(1e-12);
  });

  it('has the slopes of each example that its gradient has along the plane', () => {
    const plane = { origin: weights, across: vectorOf(objective.dimension), up: vectorOf(objective.dimension) };
    const [alongX, alongY] = [new Float64Array(12), new Float64Array(12)];
    objective.slopes(weights, plane, examples, alongX, alongY);
    for (let row = 0; row < 12; row++) {
      const gradient = meanGradient(objective, weights, examples, Int32Array.of(row));
      const along = (direction: Vector) => gradient.reduce((sum, value, i) => sum + value * direction[i], 0);
      expect(Math.abs(alongX[row] - along(plane.across))).toBeLessThan(1e-13);
      expect(Math.abs(alongY[row] - along(plane.up))).toBeLessThan(1e-13);
    }
  });
});

const deep: NetworkSpec = {
  inputs: ['x1', 'x2', 'x1 x2'],
  hidden: [8, 5, 7, 3],
  activation: 'tanh',
  loss: 'cross-entropy',
  classes: 3,
};

describe('sums over examples', () => {
  const objective = networkObjective(deep);
  const examples = examplesOf(150, 3);
  const order = shuffled(150);
  const weights = vectorOf(objective.dimension);

  it('are those of the examples one by one, added in order, to the bit', () => {
    const [whole, single, added] = [0, 0, 0].map(() => new Float64Array(objective.dimension));
    const loss = objective.sum(weights, examples, order, 3, 147, whole);
    let total = 0;
    for (let at = 3; at < 147; at++) {
      total += objective.sum(weights, examples, order, at, at + 1, single);
      for (let i = 0; i < added.length; i++) added[i] += single[i];
    }
    expect(whole).toEqual(added);
    expect(loss).toBe(total);
  });

  it('are written, not added', () => {
    const [once, twice] = [0, 1].map((kept) => new Float64Array(objective.dimension).fill(kept));
    objective.sum(weights, examples, order, 0, 10, once);
    objective.sum(weights, examples, order, 0, 10, twice);
    expect(twice).toEqual(once);
  });

  it('make the mean loss, of all rows and of some', () => {
    const gradient = new Float64Array(objective.dimension);
    const loss = objective.sum(weights, examples, order, 0, 150, gradient);
    expect(Math.abs(objective.meanLoss(weights, examples) - loss / 150)).toBeLessThan(1e-14);
    expect(objective.meanLossOf(weights, examples, order, 20, 30)).toBe(
      objective.sum(weights, examples, order, 20, 30, gradient) / 10,
    );
  });

  it('keep two data sets apart', () => {
    const other = examplesOf(70, 3);
    const alone = networkObjective(deep).meanLoss(weights, other);
    expect(objective.meanLoss(weights, other)).toBe(alone);
    expect(objective.meanLoss(weights, examples)).not.toBe(alone);
    expect(objective.meanLoss(weights, other)).toBe(alone);
  });
});

describe('predictions', () => {
  it('are the outputs of the last layer, output by output', () => {
    const objective = networkObjective({ ...deep, hidden: [] });
    const examples = examplesOf(100, 3);
    const weights = vectorOf(objective.dimension);
    const prediction = new Float64Array(300);
    objective.predict(weights, examples, prediction);
    for (let k = 0; k < 3; k++) {
      for (let row = 0; row < 100; row++) {
        const [x1, x2] = [examples.x1[row], examples.x2[row]];
        const [w1, w2, w3] = weights.subarray(3 * k);
        expect(prediction[k * 100 + row]).toBe(weights[9 + k] + w1 * x1 + w2 * x2 + w3 * (x1 * x2));
      }
    }
  });
});

describe('units that begin alike', () => {
  it.each(['tanh', 'relu', 'sigmoid', 'softplus', 'gelu'] as const)('stay alike to the bit, with %s', (activation) => {
    const objective = networkObjective({ inputs: ['x1', 'x2'], hidden: [4, 4], activation, loss: 'bce', classes: 2 });
    const examples = examplesOf(60, 2);
    const weights = new Float64Array(objective.dimension).fill(0.3);
    const gradient = new Float64Array(objective.dimension);
    for (let step = 0; step < 200; step++) {
      objective.sum(weights, examples, shuffled(60), 0, 10, gradient);
      for (let i = 0; i < weights.length; i++) weights[i] -= 0.03 * gradient[i];
    }
    const { layers } = objective.network.layout;
    const first = new Set(weights.subarray(layers[0].weights, layers[0].biases).filter((_, i) => i % 2 === 0));
    expect([...first]).toHaveLength(1);
    expect([...first][0]).not.toBe(0.3);
    expect(new Set(weights.subarray(layers[1].weights, layers[1].biases)).size).toBe(1);
    expect(new Set(weights.subarray(layers[2].weights, layers[2].biases)).size).toBe(1);
  });
});

describe('what an objective refuses', () => {
  const good: NetworkSpec = { inputs: ['x1', 'x2'], hidden: [4, 2], activation: 'tanh', loss: 'bce', classes: 2 };
  it.each<readonly [Partial<NetworkSpec>, string]>([
    [{ inputs: [] }, 'The number of inputs is a whole number from 1 to 8, not 0.'],
    [{ inputs: ['x1', 'x1'] }, 'An input is given to a network once.'],
    [{ inputs: ['x3' as InputId] }, 'There is no input x3.'],
    [{ activation: 'sine' as ActivationId }, 'There is no activation sine.'],
    [{ activation: 'toString' as ActivationId }, 'There is no activation toString.'],
    [{ loss: 'mae' as NetworkLossId }, 'There is no loss mae.'],
    [{ loss: 'huber' }, 'The loss huber does not fit 2 classes.'],
    [{ loss: 'bce', classes: 0 }, 'The loss bce does not fit targets that are numbers.'],
    [{ loss: 'hinge', classes: 3 }, 'The loss hinge does not fit 3 classes.'],
    [{ hidden: [9, 9] }, 'The number of units in hidden layer 1 is a whole number from 1 to 8, not 9.'],
  ])('%j: %s', (change, message) => {
    expect(() => networkObjective({ ...good, ...change })).toThrow(new RangeError(message));
  });
});

describe('a network as text', () => {
  it('has a line for each layer and one for the loss', () => {
    const spec: NetworkSpec = { inputs: ['x1'], hidden: [4, 2], activation: 'leaky-relu', loss: 'mse', classes: 0 };
    expect(formulaLines(networkOf(spec))).toEqual([
      'z1 = W1 x + b1, a1 = z1 where z1 > 0, else 0.01 z1',
      'z2 = W2 a1 + b2, a2 = z2 where z2 > 0, else 0.01 z2',
      'p = W3 a2 + b3',
      'loss = (p − y)²',
    ]);
    expect(formulaLines(networkOf({ ...spec, hidden: [] }))).toEqual(['p = W1 x + b1', 'loss = (p − y)²']);
  });
});

describe('the inputs', () => {
  it('are what their names say', () => {
    const values = Object.values(inputFeatures).map((input) => input.value(2, -3));
    expect(values).toEqual([2, -3, 4, 9, -6, expect.closeTo(Math.sin(2), 15), expect.closeTo(Math.sin(-3), 15), -60]);
  });

  it('say which of them need a second feature', () => {
    for (const input of Object.values(inputFeatures))
      expect(input.usesSecond).toBe(input.value(1.2, 0.4) !== input.value(1.2, 0.7));
  });
});
