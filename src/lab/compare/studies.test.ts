import { expect, it } from 'vitest';
import { present } from '../../training/present.ts';
import type { Task } from '../../training/studies/task.ts';
import type { TaskId, TaskPart, TaskResult } from '../../training/studies/tasks.ts';
import { createTask } from '../../training/studies/tasks.ts';
import type { ComputePool } from '../computePool.ts';
import { defaultConfig, defaultHyperparameters } from '../defaults.ts';
import { Lab } from '../lab.ts';
import type { InitialState } from '../store.ts';
import { Studies } from './studies.ts';

const config = defaultConfig('line-fit', 'sgd');
const hyperparameters = defaultHyperparameters('line-fit', 'sgd');
const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** A pool in this thread, one part per task, and the parts that it has computed. */
function begin(initial: InitialState = { config, hyperparameters }) {
  const computed: TaskId[] = [];
  const pool: ComputePool = {
    async run(id, request, { signal, onPart }) {
      const task = createTask(id, request) as Task<TaskPart, TaskResult>;
      const parts: TaskPart[] = [];
      for (let part = 0; part < task.count; part++) {
        await nextTask();
        if (signal?.aborted) throw signal.reason;
        parts.push(task.compute(part));
        computed.push(id);
        (onPart as ((part: TaskPart, done: number, total: number) => void) | undefined)?.(
          present(parts.at(-1)),
          parts.length,
          task.count,
        );
      }
      return task.conclude(parts) as never;
    },
    dispose: () => {},
  };
  const lab = new Lab({ initial, connect: () => new Promise(() => {}), openPool: async () => pool });
  return { lab, studies: new Studies(lab), computed };
}

const run = { config, hyperparameters, edits: [{ step: 0, hyperparameters }] };

it('a fan holds every seed, its band, and where they ended', async () => {
  const { studies } = begin();
  await studies.runSeeds(run, 'A', { members: 12, steps: 60, vary: 'shuffles' });
  const { fan, running } = studies.store.getState();
  expect(running).toBeNull();
  expect(fan?.parts).toHaveLength(12);
  expect(fan?.pointSteps).toHaveLength(61);
  expect(fan?.result?.shares.reduce((sum, share) => sum + share, fan.result.moving + fan.result.diverged)).toBeCloseTo(
    1,
  );
});

it('cancelling ends the work and keeps what is there', async () => {
  const { studies, computed } = begin();
  const ended = studies.runSweep();
  while (computed.length < 5) await nextTask();
  studies.cancel();
  const done = computed.length;
  await ended;
  for (let task = 0; task < 20; task++) await nextTask();
  expect(computed.length).toBe(done);
  expect(studies.store.getState()).toMatchObject({ running: null, failure: null });
});

it('another study takes the place of the one under way', async () => {
  const { studies, computed } = begin();
  const first = studies.runSweep();
  while (computed.length < 3) await nextTask();
  await studies.testRates();
  await first;
  expect(computed.at(-1)).toBe('rateRange');
  expect(studies.store.getState().running).toBeNull();
  expect(studies.store.getState().rateRange).not.toBeNull();
});

it('other data make the results void, another rate does not', async () => {
  const { lab, studies } = begin();
  await studies.testRates();
  lab.setHyperparameters({ learningRate: 0.01 });
  expect(studies.store.getState().rateRange).not.toBeNull();
  lab.configure({ seed: 8 });
  expect(studies.store.getState().rateRange).toBeNull();
});

it('says why a study is refused', async () => {
  const { studies } = begin();
  await studies.runSeeds(run, 'A', { members: 5, steps: 0, vary: 'shuffles' });
  expect(studies.store.getState().failure).toContain('step');
});

it('the map of starts covers all of the plane that the plot shows', async () => {
  const { lab, studies } = begin();
  const { view } = lab.store.getState();
  lab.setAspect(0.5);
  await studies.mapStarts();
  const domain = studies.store.getState().basins?.domain;
  expect(domain?.x).toEqual(view.x);
  expect((domain?.y[1] ?? 0) - (domain?.y[0] ?? 0)).toBeCloseTo(2 * (view.x[1] - view.x[0]), 9);
});

it('a network is repeated with other shuffles and with other first weights, its own first; sweep and range test answer', async () => {
  const network = defaultConfig('circles', 'sgd');
  const own = defaultHyperparameters('circles', 'sgd');
  const { studies } = begin({ config: network, hyperparameters: own });
  const repeated = { config: network, hyperparameters: own, edits: [{ step: 0, hyperparameters: own }] };
  const firstLosses: number[][] = [];
  for (const vary of ['shuffles', 'first weights'] as const) {
    await studies.runSeeds(repeated, 'A', { members: 4, steps: 20, vary });
    const { fan, failure } = studies.store.getState();
    expect(failure).toBeNull();
    expect(fan?.vary).toBe(vary);
    expect(fan?.result).toMatchObject({ moving: 1, diverged: 0, minima: [] });
    firstLosses.push(fan?.parts.map(({ losses }) => losses[0]) ?? []);
  }
  expect(new Set(firstLosses[0]).size).toBe(1);
  expect(new Set(firstLosses[1]).size).toBe(4);
  expect(firstLosses[1][0]).toBe(firstLosses[0][0]);
  await studies.testRates();
  expect(studies.store.getState()).toMatchObject({ failure: null, running: null });
  expect(studies.store.getState().rateRange?.suggestion).toHaveProperty('reason');
});
