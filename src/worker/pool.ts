// A pool of workers that share the parts of one task at a time. Parts go to whoever is free, a few at a time so that
// short ones are not all waiting; what comes out does not depend on who did which. Import it lazily: it starts no worker
// before the first task, and ends them all when there has been nothing to do for a while.

import { TrainerLostError } from '../training/run/remoteTrainer.ts';
import type { TaskId, TaskPart, TaskRequest, TaskResult } from '../training/studies/tasks.ts';
import { createPageTaskWorker, startTaskWorker, type TaskWorker } from './taskWorker.ts';

/** A worker still busy with a cancelled task after so many milliseconds is ended; others are kept for the next task. */
const grace = 50;

/** Milliseconds without a task after which the workers are ended. */
export const idleTime = 5000;

/** Parts are handed out so many at a time that a round takes about this long, in milliseconds. */
const roundTime = 12;

const mostWorkers = 8;

export interface TaskOptions<Id extends TaskId> {
  /** Aborting it rejects the run with the signal's reason, at once; within 100 ms nothing of it is computed any more. */
  readonly signal?: AbortSignal | undefined;
  /** Called for each part as it comes, in no order; `done` of `total` are there now. */
  readonly onPart?: ((part: TaskPart<Id>, done: number, total: number) => void) | undefined;
}

export interface PoolSettings {
  readonly size: number;
  readonly start: () => Promise<TaskWorker | null>;
  readonly createFallback: () => TaskWorker;
}

/** As many workers as the machine has processors, 1 to 8. */
export const poolSize = (): number => Math.max(1, Math.min(mostWorkers, navigator.hardwareConcurrency || 1));

/** A place for a worker in the pool. `worker` is there once it has started, and gone when it is lost. */
interface Slot {
  readonly starting: Promise<TaskWorker | null>;
  worker: TaskWorker | null;
}

/** One run of a task: which parts are still to be handed out, and which have come back. */
class Round {
  readonly parts: TaskPart[] = [];
  total = Number.POSITIVE_INFINITY;
  isCancelled = false;
  /** Ends when all parts are there, with the worker that brought the last one. */
  readonly finished: Promise<TaskWorker>;
  private finish!: (worker: TaskWorker) => void;
  private next = 0;
  private readonly returned: [first: number, end: number][] = [];

  constructor() {
    this.finished = new Promise((resolve) => {
      this.finish = resolve;
    });
  }

  get isDone(): boolean {
    return this.parts.length >= this.total;
  }

  add(part: TaskPart, worker: TaskWorker): void {
    this.parts.push(part);
    if (this.isDone) this.finish(worker);
  }

  /** The next parts for somebody who would like `wanted`; null when all are handed out. */
  take(wanted: number, workers: number): [first: number, end: number] | null {
    if (this.isCancelled) return null;
    const again = this.returned.pop();
    if (again !== undefined) return again;
    const left = this.total - this.next;
    if (left <= 0) return null;
    // Toward the end in small portions, so that all finish together.
    const count = Math.max(1, Math.min(wanted, Math.ceil(left / (2 * workers))));
    const first = this.next;
    this.next += count;
    return [first, this.next];
  }

  /** For parts whose worker was lost. */
  giveBack(portion: [first: number, end: number]): void {
    this.returned.push(portion);
  }
}

export class TaskPool {
  private readonly settings: PoolSettings;
  private slots: Slot[] = [];
  private readonly busy = new Set<TaskWorker>();
  private fallback: TaskWorker | null = null;
  private hasNoWorkers = false;
  /** Ends when the pool is free for the next task. */
  private turn: Promise<void> = Promise.resolve();
  private idleTimer: ReturnType<typeof setTimeout> | undefined;
  private readonly disposal = new AbortController();

  constructor(settings: { readonly [Name in keyof PoolSettings]?: PoolSettings[Name] | undefined } = {}) {
    this.settings = {
      size: settings.size ?? poolSize(),
      start: settings.start ?? startTaskWorker,
      createFallback: settings.createFallback ?? createPageTaskWorker,
    };
  }

  /** Where the last task ran; null before the first one. */
  place: 'worker' | 'page' | null = null;

  /**
   * Runs a task after those asked for before. Rejects with an error named RangeError for a request that is refused, with
   * the signal's reason when it is aborted, and with an AbortError when the pool is disposed of.
   */
  run<Id extends TaskId>(id: Id, request: TaskRequest<Id>, options: TaskOptions<Id> = {}): Promise<TaskResult<Id>> {
    const { signal: own, onPart } = options;
    const signal = own === undefined ? this.disposal.signal : AbortSignal.any([own, this.disposal.signal]);
    const round = new Round();
    const work = this.turn.then(() =>
      this.execute(id, request, round, signal, onPart as TaskOptions<TaskId>['onPart']),
    );
    this.turn = work.then(
      () => {},
      () => this.clear(),
    );
    return new Promise((resolve, reject) => {
      const cancel = (): void => {
        round.isCancelled = true;
        reject(signal.reason);
      };
      if (signal.aborted) cancel();
      signal.addEventListener('abort', cancel, { once: true });
      work
        .then((result) => resolve(result as TaskResult<Id>), reject)
        .finally(() => signal.removeEventListener('abort', cancel));
    });
  }

  /** Ends all workers and every task under way. The pool cannot be used again. */
  dispose(): void {
    this.disposal.abort();
    this.end();
  }

  private async execute(
    id: TaskId,
    request: TaskRequest,
    round: Round,
    signal: AbortSignal,
    onPart: TaskOptions<TaskId>['onPart'],
  ): Promise<TaskResult> {
    signal.throwIfAborted();
    clearTimeout(this.idleTimer);
    this.place = null;
    const slots = this.fill();
    const engage = (worker: TaskWorker): Promise<void> =>
      this.takeParts(worker, Math.max(1, slots.length), id, request, round, onPart);
    const lanes = slots.map(async ({ starting }) => {
      const worker = await starting;
      if (worker !== null) await engage(worker);
    });
    // Whoever is still starting, or owes an answer to a cancelled task, is not waited for.
    let last = await race(signal, Promise.race([round.finished, Promise.all(lanes).then(() => null)]));
    if (last === null) {
      // No worker started, or those that did were lost.
      this.hasNoWorkers = slots.every(({ worker }) => worker === null);
      last = this.fallback ??= this.settings.createFallback();
      await race(signal, engage(last));
    }
    const result = await race(signal, this.conclude(last, id, request, round.parts));
    this.rest();
    return result;
  }

  /** A worker for every place, started where there is none. */
  private fill(): readonly Slot[] {
    while (!this.hasNoWorkers && this.slots.length < this.settings.size) {
      const slot: Slot = { starting: this.settings.start(), worker: null };
      slot.starting.then((worker) => {
        slot.worker = worker;
      });
      this.slots.push(slot);
    }
    return this.hasNoWorkers ? [] : [...this.slots];
  }

  /** Lets one worker take parts until none is left, or the worker is lost. */
  private async takeParts(
    worker: TaskWorker,
    workers: number,
    id: TaskId,
    request: TaskRequest,
    round: Round,
    onPart: TaskOptions<TaskId>['onPart'],
  ): Promise<void> {
    if (round.isCancelled || round.isDone) return;
    this.busy.add(worker);
    let portion: [first: number, end: number] | null = null;
    try {
      round.total = await worker.open(id, request);
      this.place ??= worker.place;
      let wanted = 1;
      for (portion = round.take(wanted, workers); portion !== null; portion = round.take(wanted, workers)) {
        const begun = performance.now();
        const parts = await worker.compute(...portion);
        if (round.isCancelled) break;
        for (const part of parts) {
          round.add(part, worker);
          onPart?.(part, round.parts.length, round.total);
        }
        const time = performance.now() - begun;
        if (time < roundTime / 2) wanted *= 2;
        else if (time > 2 * roundTime) wanted = Math.max(1, Math.floor(wanted / 2));
      }
    } catch (error) {
      if (!(error instanceof TrainerLostError)) {
        round.isCancelled = true;
        throw error;
      }
      if (portion !== null) round.giveBack(portion);
      this.drop(worker);
    } finally {
      this.busy.delete(worker);
    }
  }

  private async conclude(
    worker: TaskWorker,
    id: TaskId,
    request: TaskRequest,
    parts: readonly TaskPart[],
  ): Promise<TaskResult> {
    this.busy.add(worker);
    try {
      return await worker.conclude(parts);
    } catch (error) {
      if (!(error instanceof TrainerLostError)) throw error;
      this.drop(worker);
      this.fallback ??= this.settings.createFallback();
      await this.fallback.open(id, request);
      return await this.fallback.conclude(parts);
    } finally {
      this.busy.delete(worker);
    }
  }

  /** After a task that was cancelled or failed: waits until no worker is busy with it, and ends those that stay so. */
  private async clear(): Promise<void> {
    const deadline = performance.now() + grace;
    while (this.busy.size > 0 && performance.now() < deadline) await wait(5);
    for (const worker of this.busy) this.drop(worker);
    this.rest();
  }

  private drop(lost: TaskWorker): void {
    lost.terminate();
    this.busy.delete(lost);
    if (lost === this.fallback) this.fallback = null;
    this.slots = this.slots.filter(({ worker }) => worker !== lost);
  }

  private rest(): void {
    clearTimeout(this.idleTimer);
    this.idleTimer = setTimeout(() => this.end(), idleTime);
  }

  private end(): void {
    clearTimeout(this.idleTimer);
    // One that did not start on a busy machine may start the next time.
    this.hasNoWorkers = false;
    const { slots } = this;
    this.slots = [];
    for (const { starting } of slots) starting.then((worker) => worker?.terminate());
    this.fallback?.terminate();
    this.fallback = null;
  }
}

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** `promise`, or the signal's reason when it is aborted before. */
function race<Value>(signal: AbortSignal, promise: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const cancel = (): void => reject(signal.reason);
    if (signal.aborted) cancel();
    signal.addEventListener('abort', cancel, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', cancel));
  });
}
