// Something that computes the parts of a task: a worker of its own, or the page's own thread where none starts.

import { networkObjective } from '../training/objective/networkObjective.ts';
import { present } from '../training/present.ts';
import { giveNetworks } from '../training/run/networks.ts';
import { giveOwnRuns } from '../training/run/ownRuns.ts';
import type { Task } from '../training/studies/task.ts';
import {
  createTask,
  type TaskId,
  type TaskPart,
  type TaskRequest,
  type TaskResult,
} from '../training/studies/tasks.ts';
import { ownRun } from '../training/theory/ownRun.ts';
import { nextTask } from './nextTask.ts';
import { outcomeWithin, startWorker } from './startWorker.ts';
import type { ExposedTasks } from './task.worker.ts';
import { source } from './task.worker.ts?source';

/** Every method may reject with a TrainerLostError, after which only `terminate` is of use. */
export interface TaskWorker {
  readonly place: 'worker' | 'page';
  /** Takes up a task in place of the last one; gives its number of parts. Rejects for a request that is refused. */
  open(id: TaskId, request: TaskRequest): Promise<number>;
  compute(first: number, end: number): Promise<readonly TaskPart[]>;
  conclude(parts: readonly TaskPart[]): Promise<TaskResult>;
  /** Ends it at once; requests under way stay unanswered. */
  terminate(): void;
}

/** Looks for the answer to the hello: two seconds. */
const helloLooks = 8;

/** Starts a worker and waits for its first answer; null where none starts. */
export async function startTaskWorker(): Promise<TaskWorker | null> {
  const worker = startWorker<ExposedTasks>(source);
  if (worker === null) return null;
  const { remote, watch, terminate } = worker;
  if ((await outcomeWithin(worker, helloLooks)) !== 'answered') {
    terminate();
    return null;
  }
  return {
    place: 'worker',
    open: (id, request) => watch.over('openTask', () => remote.openTask(id, request)),
    compute: (first, end) => watch.over('computeParts', () => remote.computeParts(first, end)),
    conclude: (parts) => watch.over<TaskResult>('concludeTask', () => remote.concludeTask(parts)),
    terminate,
  };
}

/** The page's own thread, which attends to the page before every part. */
export function createPageTaskWorker(): TaskWorker {
  giveNetworks(networkObjective);
  giveOwnRuns(ownRun);
  let task: Task<TaskPart, TaskResult> | null = null;
  return {
    place: 'page',
    async open(id, request) {
      task = createTask(id, request) as Task<TaskPart, TaskResult>;
      return task.count;
    },
    async compute(first, end) {
      const parts: TaskPart[] = [];
      for (let part = first; part < end; part++) {
        await nextTask();
        if (task === null) break;
        parts.push(task.compute(part));
      }
      return parts;
    },
    async conclude(parts) {
      await nextTask();
      return present(task).conclude(parts);
    },
    terminate() {
      task = null;
    },
  };
}
