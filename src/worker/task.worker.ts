// The other side of a worker that belongs to a pool: one task at a time.

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
import { expose } from './calls.ts';

let task: Task<TaskPart, TaskResult> | null = null;

const exposed = {
  /** Answers as soon as the worker can: the page waits for it before it trusts the worker. */
  hello: () => true,
  /** Takes up a task in place of the last one; returns its number of parts. */
  openTask(id: TaskId, request: TaskRequest): number {
    task = createTask(id, request) as Task<TaskPart, TaskResult>;
    return task.count;
  },
  /** Parts `first` up to, not including, `end` of the task. */
  computeParts: (first: number, end: number): TaskPart[] =>
    Array.from({ length: end - first }, (_, index) => present(task).compute(first + index)),
  concludeTask: (parts: readonly TaskPart[]): TaskResult => present(task).conclude(parts),
};

export type ExposedTasks = typeof exposed;

/** Begins to answer. The page, which shares the worker's script, never calls it. */
export function serve(): void {
  giveNetworks(networkObjective);
  giveOwnRuns(ownRun);
  expose(exposed);
}
