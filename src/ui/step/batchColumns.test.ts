// The rows of the batch table sum to the mean that the rest of the page shows.

import { describe, expect, test } from 'vitest';
import { defaultConfig, defaultHyperparameters } from '../../lab/defaults.ts';
import { networkOf } from '../../training/network/network.ts';
import { present } from '../../training/present.ts';
import { networkProblems, type PairProblemId, pairProblems } from '../../training/problems/index.ts';
import { resolveProblem } from '../../training/run/configuration.ts';
import { Trainer } from '../../training/run/trainer.ts';
import { plots } from '../text/en/plots.ts';
import { stepViews as step } from '../text/en/stepViews.ts';
import { batchColumns } from './batchColumns.ts';

const words = { step, plots };

const ids = Object.keys(pairProblems) as PairProblemId[];

describe.each(ids)('%s', (id) => {
  test.each([1, 7, 40])('rows of a batch of %i sum to the mean', (batchSize) => {
    const config = defaultConfig(id, 'sgd');
    const trainer = new Trainer(() => 0);
    const { examples } = trainer.start(config);
    const hyperparameters = { ...defaultHyperparameters(id, 'sgd'), batchSize };
    const { detail } = trainer.advance({
      steps: 3,
      milliseconds: 1000,
      stepLimit: 3,
      hyperparameters,
      beyondConvergence: true,
    });
    const size = detail.batch.length;
    const averaged = batchColumns(config, words).filter(({ mean }) => mean !== undefined);
    expect(averaged.map(({ id: name }) => name)).toEqual(['loss', 'gradient1', 'gradient2']);
    expect(averaged.slice(1).map(({ update }) => update?.(detail))).toEqual([...detail.update]);
    for (const column of averaged) {
      let [sum, largest] = [0, 0];
      for (let row = 0; row < size; row++) {
        const value = column.value(detail, examples, row);
        sum += value;
        largest = Math.max(largest, Math.abs(value));
      }
      expect(Math.abs(sum / size - present(column.mean)(detail))).toBeLessThanOrEqual(1e-12 * Math.max(1, largest));
    }
  });
});

test('inputs and target are those that the model reads', () => {
  const idsOf = (problem: PairProblemId) => batchColumns(defaultConfig(problem, 'sgd'), words).map(({ id }) => id);
  expect(idsOf('line-fit').slice(0, 3)).toEqual(['x1', 'y', 'prediction']);
  expect(idsOf('logistic-regression').slice(0, 4)).toEqual(['x1', 'x2', 'y', 'prediction']);
  expect(idsOf('tug-of-war').slice(0, 3)).toEqual(['x1', 'x2', 'prediction']);
});

test('each column says by which phase it is there', () => {
  const phases = batchColumns(defaultConfig('line-fit', 'sgd'), words).map(({ phase }) => phase);
  expect(phases).toEqual(['sample', 'sample', 'forward', 'loss', ...Array(5).fill('backward')]);
});

describe('the columns of a network', () => {
  const config = { ...defaultConfig('three-clusters', 'sgd'), settings: { layers: [4, 3] } };
  const trainer = new Trainer(() => 0);
  const { examples } = trainer.start(config);
  const hyperparameters = { ...defaultHyperparameters('three-clusters', 'sgd'), batchSize: 7 };
  const limits = { steps: 3, milliseconds: 1000, stepLimit: 3, beyondConvergence: true };
  const { detail } = trainer.advance({ ...limits, hyperparameters });
  const { layout } = networkOf(networkProblems['three-clusters'].network(resolveProblem(config).settings));
  const every = Array.from({ length: layout.dimension }, (_, index) => index);

  test('are those of the example, the outputs, the loss, and what was watched', () => {
    const ids = batchColumns(config, words, [3, layout.layers[1].weights, layout.layers[2].biases]).map(({ id }) => id);
    const second = layout.layers[1].weights;
    expect(ids).toEqual([
      ...['x1', 'x2', 'y', 'prediction1', 'prediction2', 'prediction3', 'loss'],
      ...['delta3', 'activation3', 'gradient3'],
      ...[`delta${second}`, `activation${second}`, `gradient${second}`],
      `gradient${layout.layers[2].biases}`,
    ]);
  });

  test('delta times activation is an example’s gradient; the rows sum to the gradient, times the rate the update', () => {
    const columns = new Map(batchColumns(config, words, every).map((column) => [column.id, column]));
    for (const index of every) {
      const product = columns.get(`gradient${index}`);
      const [delta, activation] = [columns.get(`delta${index}`), columns.get(`activation${index}`)];
      let sum = 0;
      for (let row = 0; row < 7; row++) {
        const value = product?.value(detail, examples, row) ?? Number.NaN;
        if (delta !== undefined && activation !== undefined)
          expect(delta.value(detail, examples, row) * activation.value(detail, examples, row)).toBe(value);
        sum += value;
      }
      expect(sum / 7).toBeCloseTo(product?.mean?.(detail) ?? Number.NaN, 14);
      expect(product?.mean?.(detail)).toBe(detail.gradient[index]);
      expect(product?.update?.(detail)).toBeCloseTo(-detail.learningRate * detail.gradient[index], 15);
      expect(product?.update?.(detail)).toBe(detail.update[index]);
    }
  });

  test('sum up to what the update is made of where micro-batches of unlike size count alike', () => {
    const uneven = { ...hyperparameters, batchSize: 64, accumulate: 3 };
    const { detail } = trainer.advance({ ...limits, steps: 1, stepLimit: 4, hyperparameters: uneven });
    expect(detail.microBatches.map(({ from, to }) => to - from)).toEqual([64, 64, 22]);
    const columns = new Map(batchColumns(config, words, every).map((column) => [column.id, column]));
    for (const index of every) {
      const mean = columns.get(`gradient${index}`)?.mean?.(detail) ?? Number.NaN;
      expect(detail.update[index]).toBeCloseTo(-detail.learningRate * mean, 15);
      const means = detail.microBatches.map(({ gradient }) => gradient[index]);
      expect(means.reduce((sum, part) => sum + part, 0) / 3).toBeCloseTo(mean, 14);
    }
  });

  test('are computed by the layer that their numbers come from', () => {
    const [first, second] = [0, layout.layers[1].weights];
    const layers = batchColumns(config, words, [first, second]).map(({ id, phase, layer }) => [id, phase, layer]);
    expect(layers.slice(3)).toEqual([
      ...[1, 2, 3].map((k) => [`prediction${k}`, 'forward', 2]),
      ['loss', 'loss', undefined],
      ['delta0', 'backward', 0],
      ['activation0', 'sample', undefined],
      ['gradient0', 'backward', 0],
      [`delta${second}`, 'backward', 1],
      [`activation${second}`, 'forward', 0],
      [`gradient${second}`, 'backward', 1],
    ]);
  });
});

describe('own data', () => {
  const data = {
    x: [
      [1, 2],
      [2, 1],
      [3, 3],
      [4, 1],
    ],
    y: [0, 1, 2, 3],
    names: ['height (cm)', '', 'kind'],
    classes: ['a', 'b', 'c', 'd'],
  };
  const named = (columns: ReturnType<typeof batchColumns>) =>
    columns.flatMap(({ id, ownName = '' }) => (ownName ? [[id, ownName]] : []));

  test('are called as the reader calls them, and so are their classes', () => {
    const columns = batchColumns(defaultConfig('three-clusters', 'sgd', data), words);
    expect(named(columns)).toEqual([
      ['x1', 'height (cm)'],
      ['y', 'kind'],
      ['prediction1', 'a'],
      ['prediction2', 'b'],
      ['prediction3', 'c'],
      ['prediction4', 'd'],
    ]);
    expect(columns.find(({ id }) => id === 'y')?.classNames).toEqual(data.classes);
    const line = { x: [[1], [2]], y: [0.5, 2], names: ['size', 'weight (kg)'], classes: ['a', 'b'] };
    const ofLine = batchColumns(defaultConfig('line-fit', 'sgd', line), words);
    expect(named(ofLine)).toEqual([
      ['x1', 'size'],
      ['y', 'weight (kg)'],
    ]);
    expect(ofLine.every(({ classNames }) => classNames === undefined)).toBe(true);
  });
});
