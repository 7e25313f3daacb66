// The pool with workers that live in this process, so that the tests decide when one answers, fails, or hangs.

import { afterEach, describe, expect, it, vi } from 'vitest';
import { present } from '../training/present.ts';
import { TrainerLostError } from '../training/run/remoteTrainer.ts';
import type { SweepRequest } from '../training/studies/sweep.ts';
import type { Task } from '../training/studies/task.ts';
import { createTask, type TaskPart, type TaskResult } from '../training/studies/tasks.ts';
import { idleTime, TaskPool } from './pool.ts';
import type { TaskWorker } from './taskWorker.ts';

vi.mock('./training.worker.ts?source', () => ({ source: '' }));

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

const request: SweepRequest = {
  config: {
    ...{ problem: 'sine-fit', settings: {}, examples: 40, noise: 0.1, seed: 2, start: [-1, 1] },
    ...{ optimizer: 'sgd', sampling: 'reshuffle', dropLast: false },
  },
  hyperparameters: {
    ...{ learningRate: 0.1, batchSize: 8, optimizer: {} },
    schedule: { kind: 'constant', unit: 'step', warmup: 0, values: {} },
  },
  learningRates: [0.01, 0.1],
  batchSizes: [1, 4, 16, 40],
  steps: 30,
  seeds: 8,
};

const straight = (): TaskResult => {
  const task = createTask('sweep', request);
  return task.conclude(Array.from({ length: task.count }, (_, part) => task.compute(part)));
};

interface Fake extends TaskWorker {
  computed: number;
  isTerminated: boolean;
}

/** A worker that takes `delay` ms a round; `before` may throw or hang in its n-th round. */
function fake(delay: number, before: (round: number) => Promise<void> = async () => {}): Fake {
  let task: Task<TaskPart, TaskResult> | null = null;
  let rounds = 0;
  const worker: Fake = {
    place: 'worker',
    computed: 0,
    isTerminated: false,
    async open(id, asked) {
      task = createTask(id, asked) as Task<TaskPart, TaskResult>;
      return task.count;
    },
    async compute(first, end) {
      await before(rounds++);
      await wait(delay);
      worker.computed += end - first;
      return Array.from({ length: end - first }, (_, index) => present(task).compute(first + index));
    },
    conclude: async (parts) => present(task).conclude(parts),
    terminate() {
      worker.isTerminated = true;
    },
  };
  return worker;
}

/** Parts of the task without a task being open, at once. */
const parts = (first: number, end: number): TaskPart[] => {
  const task = createTask('sweep', request);
  return Array.from({ length: end - first }, (_, index) => task.compute(first + index));
};

let pool: TaskPool | null = null;

function poolOf(
  workers: readonly (Fake | null | Promise<null>)[],
  fallback: () => TaskWorker = () => fake(0),
): TaskPool {
  let started = 0;
  const start = async () => (await workers[started++]) ?? null;
  pool = new TaskPool({ size: workers.length, start, createFallback: fallback });
  return pool;
}

afterEach(() => pool?.dispose());

describe('a pool', () => {
  it.each([1, 2, 5])('of %d workers gives the result that one thread gives', async (count) => {
    const workers = Array.from({ length: count }, (_, index) => fake(index));
    const seen: [number, number][] = [];
    const result = await poolOf(workers).run('sweep', request, {
      onPart: (_, done, total) => seen.push([done, total]),
    });
    expect(result).toEqual(straight());
    expect(seen).toEqual(Array.from({ length: 32 }, (_, index) => [index + 1, 32]));
    expect(workers.reduce((sum, { computed }) => sum + computed, 0)).toBe(32);
    for (const { computed } of workers) expect(computed).toBeGreaterThan(0);
    expect(present(pool).place).toBe('worker');
  });

  it('computes on the page where no worker starts, and does not try again', async () => {
    const page = { ...fake(0), place: 'page' as const };
    let starts = 0;
    pool = new TaskPool({
      size: 3,
      start: async () => {
        starts++;
        return null;
      },
      createFallback: () => page,
    });
    expect(await pool.run('sweep', request)).toEqual(straight());
    expect(await pool.run('sweep', request)).toEqual(straight());
    expect([starts, pool.place]).toEqual([3, 'page']);
  });

  it('tries again where none started once there was nothing to do for a while', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const late = { ...fake(0), compute: async (first: number, end: number) => late.parts(first, end), parts };
    const starts = [null, late];
    pool = new TaskPool({ size: 1, start: async () => starts.shift() ?? null, createFallback: () => late });
    await pool.run('sweep', request);
    vi.advanceTimersByTime(idleTime);
    vi.useRealTimers();
    await pool.run('sweep', request);
    expect(starts).toEqual([]);
  });

  it('does not wait for a worker that never starts', async () => {
    const result = await poolOf([fake(0), new Promise<null>(() => {})]).run('sweep', request);
    expect(result).toEqual(straight());
  });

  it('gives the parts of a lost worker to the others, and to the page when all are lost', async () => {
    const dying = (at: number): Fake =>
      fake(0, async (round) => {
        if (round === at) throw new TrainerLostError('gone');
      });
    const [first, second] = [dying(2), fake(1)];
    expect(await poolOf([first, second]).run('sweep', request)).toEqual(straight());
    expect([first.isTerminated, second.isTerminated]).toEqual([true, false]);
    present(pool).dispose();
    expect(await poolOf([dying(0), dying(3)]).run('sweep', request)).toEqual(straight());
  });

  it('concludes on the page where the worker that should is lost', async () => {
    const worker = fake(0);
    worker.conclude = async () => {
      throw new TrainerLostError('gone');
    };
    expect(await poolOf([worker]).run('sweep', request)).toEqual(straight());
    expect(worker.isTerminated).toBe(true);
  });

  it('runs one task after the other', async () => {
    const running = poolOf([fake(1), fake(1)]);
    const results = await Promise.all([running.run('sweep', request), running.run('sweep', { ...request, seeds: 3 })]);
    expect(results[0]).toEqual(straight());
    expect(results[1].median).not.toEqual(results[0].median);
  });

  it('says why a request is refused, and goes on with the next one', async () => {
    const running = poolOf([fake(0), fake(0)]);
    await expect(running.run('sweep', { ...request, batchSizes: [0] })).rejects.toThrow(/batch size/);
    expect(await running.run('sweep', request)).toEqual(straight());
  });
});

describe('cancelling', () => {
  it('rejects at once, hands out nothing more, and keeps workers that finish in time', async () => {
    const workers = [fake(5), fake(5)];
    const running = poolOf(workers);
    const controller = new AbortController();
    let parts = 0;
    const run = running.run('sweep', request, {
      signal: controller.signal,
      onPart: () => {
        if (++parts === 4) controller.abort();
      },
    });
    await expect(run).rejects.toThrow('abort');
    const then = workers.map(({ computed }) => computed);
    await wait(100);
    // At most the round that was under way has still come back, and nobody hears of it.
    for (const [index, { computed }] of workers.entries()) expect(computed - then[index]).toBeLessThanOrEqual(4);
    const later = workers.map(({ computed }) => computed);
    await wait(50);
    expect(workers.map(({ computed }) => computed)).toEqual(later);
    expect(parts).toBeLessThanOrEqual(5);
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([false, false]);
    expect(await running.run('sweep', request)).toEqual(straight());
  });

  it('ends within 100 ms a worker that goes on computing, and starts another for the next task', async () => {
    const hanging = fake(0, () => new Promise(() => {}));
    const fresh = fake(0);
    const running = poolOf([hanging]);
    (running as unknown as { settings: { start: () => Promise<TaskWorker> } }).settings.start = async () =>
      hanging.isTerminated ? fresh : hanging;
    const controller = new AbortController();
    const run = running.run('sweep', request, { signal: controller.signal });
    await wait(20);
    controller.abort();
    await expect(run).rejects.toThrow('abort');
    await wait(100);
    expect(hanging.isTerminated).toBe(true);
    expect(await running.run('sweep', request)).toEqual(straight());
    expect(fresh.computed).toBe(32);
  });

  it('while a worker takes up the task hands out nothing', async () => {
    const worker = fake(0);
    const { open } = worker;
    worker.open = async (id, asked) => {
      await wait(30);
      return open(id, asked);
    };
    const controller = new AbortController();
    const run = poolOf([worker]).run('sweep', request, { signal: controller.signal });
    await wait(5);
    controller.abort();
    await expect(run).rejects.toThrow('abort');
    await wait(80);
    expect(worker.computed).toBe(0);
  });

  it('before its turn, or with a signal aborted already, never begins', async () => {
    const worker = fake(2);
    const running = poolOf([worker]);
    await expect(running.run('sweep', request, { signal: AbortSignal.abort() })).rejects.toThrow('abort');
    const controller = new AbortController();
    const first = running.run('sweep', request);
    const second = running.run('sweep', request, { signal: controller.signal });
    controller.abort();
    await expect(second).rejects.toThrow('abort');
    await first;
    await wait(20);
    expect(worker.computed).toBe(32);
  });

  it('by disposing of the pool ends every worker', async () => {
    const workers = [fake(10), fake(10)];
    const run = poolOf(workers).run('sweep', request);
    await wait(15);
    present(pool).dispose();
    await expect(run).rejects.toThrow('abort');
    await wait(0);
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true, true]);
    await expect(present(pool).run('sweep', request)).rejects.toThrow('abort');
  });
});
