// The rows of the batch table sum to the mean that the rest of the page shows.

import { describe, expect, test } from 'vitest';
import { defaultConfig, defaultHyperparameters } from '../../lab/defaults.ts';
import { type PairProblemId, pairProblems } from '../../training/problems/index.ts';
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
    for (const column of averaged) {
      let [sum, largest] = [0, 0];
      for (let row = 0; row < size; row++) {
        const value = column.value(detail, examples, row);
        sum += value;
        largest = Math.max(largest, Math.abs(value));
      }
      expect(Math.abs(sum / size - column.mean!(detail))).toBeLessThanOrEqual(1e-12 * Math.max(1, largest));
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
