import { describe, expect, it } from 'vitest';
import { allocateExamples } from '../examples.ts';
import { networkDatasets } from '../network/datasets/index.ts';
import { initialWeights } from '../network/initial.ts';
import { Random } from '../random.ts';
import type { Vector } from '../vector.ts';
import { networkObjective } from './networkObjective.ts';
import type { Objective } from './objective.ts';
import { sharpness } from './sharpness.ts';

const none = allocateExamples(1);
const order = new Int32Array(1);

/** An objective that has nothing but a Hessian with these eigenvalues, along directions turned against the axes. */
function withEigenvalues(values: readonly number[]): { objective: Objective; directions: readonly Vector[] } {
  const dimension = values.length;
  const random = new Random(2);
  const directions: Vector[] = [];
  while (directions.length < dimension) {
    const next = Float64Array.from({ length: dimension }, () => random.normal());
    for (const other of directions) {
      const along = next.reduce((sum, v, i) => sum + v * other[i], 0);
      for (let i = 0; i < dimension; i++) next[i] -= along * other[i];
    }
    const length = Math.hypot(...next);
    directions.push(next.map((v) => v / length));
  }
  const unused = (): never => {
    throw new Error('not asked for');
  };
  return {
    directions,
    objective: {
      dimension,
      sum: unused,
      meanLoss: unused,
      predict: unused,
      slopes: unused,
      hessianTimes(_weights, vector, _examples, _order, _from, _to, into) {
        into.fill(0);
        for (const [k, direction] of directions.entries()) {
          const along = values[k] * vector.reduce((sum, v, i) => sum + v * direction[i], 0);
          for (let i = 0; i < dimension; i++) into[i] += along * direction[i];
        }
      },
    },
  };
}

describe('the largest eigenvalue', () => {
  it.each([
    [[9, 4, 2.5, 0.1, 0, 0, -0.02]],
    [[1, -40, 0.5, 0.2, -3]],
    [[5, -5, 1, 0]],
    [[-1, -2, -7]],
    [[3, 3, 3]],
    [[0.004, -0.003, 0]],
  ])('of %j is found, whatever the signs', (values) => {
    const { objective } = withEigenvalues(values);
    const search = { tolerance: 1e-6, mostProducts: 400 };
    const { value, residual } = sharpness(objective, new Float64Array(values.length), none, order, 0, 1, search);
    expect(Math.abs(value - Math.max(...values))).toBeLessThan(1e-9 * Math.max(...values.map(Math.abs)));
    expect(residual).toBeLessThanOrEqual(1e-6 * Math.abs(value) + 1e-15);
  });

  it('takes no more than two products from where it was found', () => {
    const { objective, directions } = withEigenvalues([9, 4, 2.5, 0.1, 0, -0.02]);
    const found = sharpness(objective, new Float64Array(6), none, order, 0, 1);
    const again = sharpness(objective, new Float64Array(6), none, order, 0, 1, {
      start: found.direction,
      tolerance: 0.01,
    });
    expect(again.products).toBeLessThanOrEqual(2);
    expect(Math.abs(again.direction.reduce((sum, v, i) => sum + v * directions[0][i], 0))).toBeGreaterThan(0.9999);
  });

  it('leaves an eigenvector that is not the steepest', () => {
    const { objective, directions } = withEigenvalues([9, 4, 2.5, 0.1, 0, -0.02]);
    const found = sharpness(objective, new Float64Array(6), none, order, 0, 1, { start: directions[1] });
    expect(found.value).toBeCloseTo(9, 4);
  });

  it('says how far it came where it may not go on', () => {
    const { objective } = withEigenvalues([9, 8.9, 8.8, 0, -1]);
    const { value, residual, products } = sharpness(objective, new Float64Array(5), none, order, 0, 1, {
      tolerance: 1e-12,
      mostProducts: 3,
    });
    expect(products).toBe(3);
    expect(residual).toBeGreaterThan(1e-6);
    expect(value).toBeLessThanOrEqual(9);
  });

  it('of nothing is 0, after one product', () => {
    const { objective } = withEigenvalues([0, 0, 0]);
    expect(sharpness(objective, new Float64Array(3), none, order, 0, 1)).toMatchObject({
      value: 0,
      residual: 0,
      products: 1,
    });
  });
});

describe('the edge of stability', () => {
  /** Full-batch descent on 200 circles with 16 units; the mean of rate times sharpness / 2 over the last steps. */
  function edge(loss: 'mse' | 'bce', rate: number, steps: number): number {
    const objective = networkObjective({ inputs: ['x1', 'x2'], hidden: [16], activation: 'tanh', loss, classes: 2 });
    const examples = networkDatasets.circles.sample(200, 0, 'labels', new Random(1));
    const all = Int32Array.from({ length: 200 }, (_, row) => row);
    const weights = initialWeights(objective.network, { kind: 'torch' }, 1);
    const gradient = new Float64Array(objective.dimension);
    let start: Vector | null = null;
    let [sum, count] = [0, 0];
    for (let step = 0; step < steps; step++) {
      objective.sum(weights, examples, all, 0, 200, gradient);
      for (let i = 0; i < weights.length; i++) weights[i] -= (rate * gradient[i]) / 200;
      if (step < steps - 500 || step % 10 > 0) continue;
      const found = sharpness(objective, weights, examples, all, 0, 200, { start });
      start = found.direction;
      sum += (rate * found.value) / 2;
      count++;
    }
    return sum / count;
  }

  it('is reached and held with squared error at a rate of 0.2', () => {
    const share = edge('mse', 0.2, 3000);
    expect(share).toBeGreaterThan(0.95);
    expect(share).toBeLessThan(1.05);
  });

  it('is not with cross-entropy', () => {
    expect(edge('bce', 0.2, 3000)).toBeLessThan(0.5);
  });
});
