import { describe, expect, it } from 'vitest';
import { allocateExamples } from '../examples.ts';
import { networkObjective } from '../objective/networkObjective.ts';
import type { Plane } from '../plane.ts';
import { Random } from '../random.ts';
import type { Domain } from '../vector.ts';
import type { NetworkSpec } from './network.ts';

const random = new Random(8);
const examples = allocateExamples(150);
for (let row = 0; row < 150; row++) {
  examples.x1[row] = random.uniform(-3, 3);
  examples.x2[row] = random.uniform(-3, 3);
  examples.y[row] = row % 3;
}
const order = Int32Array.from({ length: 150 }, (_, at) => (11 * at) % 150);

const spec: NetworkSpec = {
  inputs: ['x1', 'x2'],
  hidden: [5, 4],
  activation: 'tanh',
  loss: 'cross-entropy',
  classes: 3,
};
const objective = networkObjective(spec);
const { dimension } = objective;
const origin = Float64Array.from({ length: dimension }, () => random.uniform(-1, 1));

const unit = (index: number) => Float64Array.from({ length: dimension }, (_, i) => (i === index ? 1 : 0));
const anyDirection = () => Float64Array.from({ length: dimension }, () => random.uniform(-0.3, 0.3));

const planes: readonly (readonly [string, Plane])[] = [
  ['two weights into one unit of the first layer', { origin, across: unit(2), up: unit(3) }],
  ['two weights into two units of the second layer', { origin, across: unit(16), up: unit(38) }],
  ['a weight of the first and a bias of the last layer', { origin, across: unit(0), up: unit(dimension - 1) }],
  ['two weights of the outputs', { origin, across: unit(39), up: unit(45) }],
  ['any two directions', { origin, across: anyDirection(), up: anyDirection() }],
  ['no directions', { origin, across: new Float64Array(dimension), up: new Float64Array(dimension) }],
];

const domain: Domain = { x: [-4, 2], y: [-1, 3] };
const [columns, rows] = [7, 5];

/** The mean loss by the objective itself, cell by cell. */
function direct({ across, up }: Plane, from: number, to: number): Float64Array {
  return Float64Array.from({ length: columns * rows }, (_, cell) => {
    const x = -4 + (((cell % columns) + 0.5) / columns) * 6;
    const y = -1 + ((Math.floor(cell / columns) + 0.5) / rows) * 4;
    const weights = origin.map((weight, i) => weight + x * across[i] + y * up[i]);
    return objective.meanLossOf(weights, examples, order, from, to);
  });
}

describe.each(planes)('the surface over %s', (_name, plane) => {
  it.each([
    ['all examples', 0, 150],
    ['a mini-batch', 64, 74],
  ])('of %s is the mean loss at every point', (_what, from, to) => {
    const surface = objective.surface(plane, examples, order, from, to);
    const values = new Float64Array(columns * rows);
    surface.fillRows(domain, columns, rows, 0, rows, values);
    for (const [cell, value] of direct(plane, from, to).entries())
      expect(Math.abs(values[cell] - value)).toBeLessThan(1e-12);
    expect(surface.at(0, 0)).toBeCloseTo(objective.meanLossOf(origin, examples, order, from, to), 12);
  });

  it('is the same in bands of rows, in any order', () => {
    const surface = objective.surface(plane, examples, null, 0, 150);
    const [whole, banded] = [0, 0].map(() => new Float64Array(columns * rows).fill(Number.NaN));
    surface.fillRows(domain, columns, rows, 0, rows, whole);
    for (const [from, to] of [
      [3, 5],
      [0, 1],
      [1, 3],
    ])
      surface.fillRows(domain, columns, rows, from, to, banded);
    expect(banded).toEqual(whole);
  });
});

describe('a surface', () => {
  it.each(['relu', 'gelu', 'linear'] as const)('bends as the activation %s does', (activation) => {
    const own = networkObjective({ ...spec, activation, loss: 'mse' });
    const plane = { origin, across: unit(1), up: unit(20) };
    const weights = origin.map((weight, i) => weight + 2 * plane.across[i] - 3 * plane.up[i]);
    const surface = own.surface(plane, examples, null, 0, 150);
    expect(Math.abs(surface.at(2, -3) - own.meanLoss(weights, examples))).toBeLessThan(1e-12);
  });
});
