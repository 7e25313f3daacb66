// Commands that name parts which have yet to come, with registries that are filled in when the test says so.

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { defaultConfig, defaultHyperparameters } from './defaults.ts';
import { Lab } from './lab.ts';
import { awaitParts } from './laterParts.ts';

const parts = vi.hoisted(() => ({ areThere: false, fill: () => {}, asked: 0 }));

vi.mock('../training/run/reach.ts', async (original) => {
  const { reachOf } = await original<typeof import('../training/run/reach.ts')>();
  return {
    isWhole: () => parts.areThere,
    reachOf: (...given: Parameters<typeof reachOf>) =>
      given[0].optimizer === 'sgd' && given[1].schedule.kind === 'constant' ? reachOf(...given) : 1,
  };
});
vi.mock('./missing.ts', async (original) => ({
  ...(await original<typeof import('./missing.ts')>()),
  loadUntold: () => {
    parts.asked++;
    return new Promise<void>((resolve) => {
      parts.fill = () => {
        parts.areThere = true;
        resolve();
      };
    });
  },
}));

let lab: Lab;
const optimizer = () => lab.store.getState().config.optimizer;

beforeEach(() => {
  parts.areThere = false;
  parts.asked = 0;
  const initial = {
    config: defaultConfig('line-fit', 'sgd'),
    hyperparameters: defaultHyperparameters('line-fit', 'sgd'),
  };
  lab = new Lab({ initial, connect: () => new Promise(() => {}) });
  awaitParts(lab);
});
afterEach(() => lab.dispose());

it('a command that names nothing of them is done at once', () => {
  lab.configure({ seed: 3 });
  lab.setHyperparameters({ learningRate: 0.5 });
  lab.takeSteps(2);
  const { config, hyperparameters } = lab.store.getState();
  expect([config.seed, hyperparameters.learningRate, lab.wantedStep, parts.asked]).toEqual([3, 0.5, 2, 0]);
});

it('one that does waits for them, and what is asked for meanwhile follows it in order', async () => {
  lab.takeSteps(9);
  lab.configure({ optimizer: 'adam' });
  lab.step();
  lab.walk(2);
  lab.configure({ seed: 8 });
  lab.walk(4);
  expect([optimizer(), lab.wantedStep, parts.asked]).toEqual(['sgd', 9, 1]);
  parts.fill();
  await vi.waitFor(() => expect(optimizer()).toBe('adam'));
  expect([lab.store.getState().config.seed, lab.wantedStep]).toEqual([8, 4]);
  lab.walk(1);
  expect(lab.wantedStep).toBe(5);
});

it('so do a schedule and a link', async () => {
  const { config, hyperparameters } = lab.store.getState();
  const cosine = { ...hyperparameters.schedule, kind: 'cosine' as const };
  lab.setHyperparameters({ schedule: cosine });
  lab.load({ config, hyperparameters: { ...hyperparameters, learningRate: 0.2 } }, 3);
  lab.setHyperparameters({ schedule: cosine });
  expect(lab.store.getState().hyperparameters).toBe(hyperparameters);
  parts.fill();
  await vi.waitFor(() => expect(lab.wantedStep).toBe(3));
  expect(lab.store.getState().hyperparameters).toEqual({ ...hyperparameters, learningRate: 0.2, schedule: cosine });
});
