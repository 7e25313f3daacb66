// The worker's side of the boundary: one Trainer, and one task at a time for a worker that belongs to a pool.
// Columns of steps and surfaces are moved, not copied.

import { expose, transfer } from 'comlink';
import type { Task } from '../training/task.ts';
import { createTask, type TaskId, type TaskPart, type TaskRequest, type TaskResult } from '../training/tasks.ts';
import { type AdvanceRequest, type SurfaceRequest, Trainer } from '../training/trainer.ts';

const trainer = new Trainer(() => performance.now());

let task: Task<TaskPart, TaskResult> | null = null;

const exposed = {
  /** Answers as soon as the worker can: the page waits for it before it trusts the worker. */
  hello: () => true,
  start: trainer.start.bind(trainer),
  rewind: trainer.rewind.bind(trainer),
  preview: trainer.preview.bind(trainer),
  restore: trainer.restore.bind(trainer),
  losses: trainer.losses.bind(trainer),
  advance(request: AdvanceRequest) {
    const reply = trainer.advance(request);
    return transfer(reply, [reply.steps.buffer.buffer]);
  },
  surface(request: SurfaceRequest) {
    const surface = trainer.surface(request);
    return transfer(surface, [surface.values.buffer]);
  },
  /** Takes up a task in place of the last one; returns its number of parts. */
  openTask(id: TaskId, request: TaskRequest): number {
    task = createTask(id, request) as Task<TaskPart, TaskResult>;
    return task.count;
  },
  /** Parts `first` up to, not including, `end` of the task. */
  computeParts: (first: number, end: number): TaskPart[] =>
    Array.from({ length: end - first }, (_, index) => task!.compute(first + index)),
  concludeTask: (parts: readonly TaskPart[]): TaskResult => task!.conclude(parts),
};

export type ExposedTrainer = typeof exposed;

/** Begins to answer. The page, which shares the worker's script, never calls it. */
export const serve = (): void => expose(exposed);
