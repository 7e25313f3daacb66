import { describe, expect, it } from 'vitest';
import { allocateExamples } from '../examples.ts';
import { networkObjective } from '../objective/networkObjective.ts';
import { Random } from '../random.ts';
import { applyHead, decideClasses } from './heads.ts';
import { UnitMaps } from './maps.ts';
import { type NetworkSpec, networkOf } from './network.ts';

const random = new Random(6);
const spec: NetworkSpec = {
  inputs: ['x1', 'x2', 'x1 x1'],
  hidden: [4, 2],
  activation: 'tanh',
  loss: 'cross-entropy',
  classes: 3,
};
const objective = networkObjective(spec);
const weights = Float64Array.from({ length: objective.dimension }, () => random.uniform(-1, 1));
const [columns, rows] = [13, 9];
const maps = new UnitMaps(objective.network, { x: [-3, 3], y: [-2, 4] }, columns, rows);
maps.draw(weights);

/** The centres of the cells as examples. */
const cells = allocateExamples(columns * rows);
for (let cell = 0; cell < cells.count; cell++) {
  cells.x1[cell] = -3 + (((cell % columns) + 0.5) / columns) * 6;
  cells.x2[cell] = -2 + ((Math.floor(cell / columns) + 0.5) / rows) * 6;
}

describe('the maps of all units', () => {
  it('hold a map for each input, unit, and output', () => {
    expect(maps.layers.map((layer) => layer.length / (columns * rows))).toEqual([3, 4, 2, 3]);
  });

  it('of the inputs are the inputs', () => {
    expect(maps.layers[0].subarray(0, 117)).toEqual(Float32Array.from(cells.x1));
    expect(maps.layers[0].subarray(234)).toEqual(Float32Array.from(cells.x1, (x) => x * x));
  });

  it('of units and outputs are what the network says there', () => {
    const every = Int32Array.from({ length: cells.count }, (_, cell) => cell);
    const { layers } = objective.inspect(weights, cells, every, 0, cells.count);
    for (const [index, { value }] of layers.entries()) expect(maps.layers[index + 1]).toEqual(Float32Array.from(value));
  });

  it('follow the weights', () => {
    const moved = new UnitMaps(objective.network, { x: [-3, 3], y: [-2, 4] }, columns, rows);
    moved.draw(weights.map((weight) => -weight));
    expect(moved.layers[1]).not.toEqual(maps.layers[1]);
    moved.draw(weights);
    expect(moved.layers).toEqual(maps.layers);
  });

  it('over a line have one row', () => {
    const { network: own } = networkObjective({
      inputs: ['x1'],
      hidden: [2],
      activation: 'relu',
      loss: 'mse',
      classes: 0,
    });
    const line = new UnitMaps(own, { x: [-1, 1], y: [-3, 3] }, 4, 1);
    line.draw(Float64Array.of(1, -1, 0, 0.5, 2, 3, 0.25));
    expect([...line.layers[0]]).toEqual([-0.75, -0.25, 0.25, 0.75]);
    expect([...line.layers[1]]).toEqual([0, 0, 0.25, 0.75, 1.25, 0.75, 0.25, 0]);
    expect([...line.layers[2]]).toEqual([4, 2.5, 1.5, 1.75]);
  });
});

describe('what the outputs say', () => {
  const networkWith = (loss: NetworkSpec['loss'], classes: number) => networkOf({ ...spec, loss, classes });
  const shownBy = (loss: NetworkSpec['loss'], classes: number, output: readonly number[], count: number) => {
    const shown = Float64Array.from(output);
    applyHead(networkWith(loss, classes), shown, count, shown);
    return [...shown];
  };

  it('behind softmax are probabilities, example by example', () => {
    const shown = shownBy('cross-entropy', 3, [0, 1000, 0, 1000, Math.log(2), -1000], 2);
    expect(shown[0]).toBeCloseTo(1 / 4, 15);
    expect(shown[2]).toBeCloseTo(1 / 4, 15);
    expect(shown[4]).toBeCloseTo(1 / 2, 15);
    expect([shown[1], shown[3], shown[5]]).toEqual([0.5, 0.5, 0]);
  });

  it('behind a sigmoid are the probability of class 1, and without a head themselves', () => {
    expect(shownBy('bce', 2, [0, 800, -800], 3)).toEqual([0.5, 1, 0]);
    expect(shownBy('mse', 2, [0.3, -2], 2)).toEqual([0.3, -2]);
    expect(shownBy('hinge', 2, [0.3, -2], 2)).toEqual([0.3, -2]);
  });

  it('stand for a class', () => {
    const decided = new Int32Array(3);
    decideClasses(networkWith('bce', 2), Float64Array.of(-0.1, 0, 0.1), 3, decided);
    expect([...decided]).toEqual([0, 0, 1]);
    decideClasses(networkWith('cross-entropy', 3), Float64Array.of(1, 0, 0, 1, 2, 0, 0, 3, 5), 3, decided);
    expect([...decided]).toEqual([0, 2, 2]);
  });
});
