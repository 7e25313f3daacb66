// The page's own thread gives itself the arithmetic of networks, which no other part of the page has given it.

import { beforeEach, expect, it, vi } from 'vitest';
import { defaultConfig, defaultHyperparameters } from '../lab/defaults.ts';

vi.mock('./task.worker.ts?source', () => ({ source: '' }));

const network = defaultConfig('circles', 'sgd');
/** Of two inputs, four units, two units, and an output. */
const dimension = 25;

// Modules of its own for every test: none of them was given anything.
beforeEach(() => vi.resetModules());

it('a run of two weights does without', async () => {
  const { setUp } = await import('../training/run/setup.ts');
  expect(setUp(defaultConfig('sine-fit', 'sgd')).start).toHaveLength(2);
  expect(() => setUp(network)).toThrow('The arithmetic of networks was not given.');
});

it('a trainer has it for the first network', async () => {
  const trainer = (await import('./pageTrainer.ts')).createPageTrainer();
  expect((await trainer.start(network)).start).toHaveLength(dimension);
});

it('tasks have it', async () => {
  const worker = (await import('./taskWorker.ts')).createPageTaskWorker();
  await worker.open('losses', { config: network, weights: new Float64Array(dimension) });
  const [part] = await worker.compute(0, 1);
  expect(part).toHaveLength(1);
});

it('the record of a run has it', async () => {
  const { recordRun } = await import('../export/runRecord.ts');
  expect(
    recordRun(network, [{ step: 0, hyperparameters: defaultHyperparameters('circles', 'sgd') }], 3).finalWeights,
  ).toHaveLength(dimension);
});
