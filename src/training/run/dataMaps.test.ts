import { expect, it } from 'vitest';
import { networkObjective } from '../objective/networkObjective.ts';
import { DataMaps } from './dataMaps.ts';

const objective = networkObjective({ inputs: ['x1', 'x2'], hidden: [3], activation: 'relu', loss: 'mse', classes: 0 });
const examples = { count: 2, x1: Float64Array.of(1, 2), x2: Float64Array.of(1, 0), y: Float64Array.of(0, 1) };
const view = { x: [-3, 3], y: [-3, 3] } as const;

it('maps every unit at the weights of the request, each reply with numbers of its own', () => {
  const maps = new DataMaps({ objective, examples });
  // The first hidden unit is max(0, x1), the second is off on all data; the output is the first unit less 1.
  const weights = Float64Array.of(1, 0, -1, -1, 0, 1, 0, 0, 0, 1, 0, 0, -1);
  const first = maps.draw({ weights, view, columns: 3, rows: 2 });
  expect(first.layers.map((layer) => layer.length)).toEqual([12, 18, 6]);
  expect([...first.layers[0].subarray(0, 6)]).toEqual([-2, 0, 2, -2, 0, 2]);
  expect([...first.layers[1].subarray(0, 3)]).toEqual([0, 0, 2]);
  expect([...first.layers[2].subarray(0, 3)]).toEqual([-1, -1, 1]);
  expect(first.states).toEqual([['active', 'dead', 'active']]);
  const second = maps.draw({ weights: weights.map((weight) => 2 * weight), view, columns: 3, rows: 2 });
  expect([...second.layers[1].subarray(0, 3)]).toEqual([0, 0, 4]);
  expect([...first.layers[1].subarray(0, 3)]).toEqual([0, 0, 2]);
});

it('goes from grid to grid and back', () => {
  const maps = new DataMaps({ objective, examples });
  const weights = new Float64Array(objective.dimension).fill(0.5);
  const grids = [2, 3, 4, 2, 3, 4].map((columns) => maps.draw({ weights, view, columns, rows: 1 }));
  for (const { grid, layers } of grids) expect(layers[1]).toHaveLength(3 * grid.columns);
  expect(grids[0]).toEqual(grids[3]);
});
