// A question about something that changes: while it is being answered only the latest of those that follow is kept.

import type { TaskId, TaskRequest, TaskResult } from '../training/studies/tasks.ts';
import type { ComputePool } from './computePool.ts';

type Desk = () => Promise<ComputePool> | null;

/** What one question is answered with; null where nobody can be asked, or the question is refused. */
export async function answerOf<Id extends TaskId>(
  desk: Desk,
  id: Id,
  request: TaskRequest<Id>,
): Promise<TaskResult<Id> | null> {
  try {
    return (await (await desk())?.run(id, request, {})) ?? null;
  } catch (error) {
    // An error that crossed from the worker has lost its class but not its name.
    if (error instanceof Error && (error.name === 'RangeError' || error.name === 'AbortError')) return null;
    throw error;
  }
}

export class Latest<Id extends TaskId> {
  private readonly desk: Desk;
  private readonly id: Id;
  private readonly onAnswer: (answer: TaskResult<Id> | null, request: TaskRequest<Id>) => void;
  private wanted: TaskRequest<Id> | null = null;
  private isBusy = false;

  constructor(desk: Desk, id: Id, onAnswer: (answer: TaskResult<Id> | null, request: TaskRequest<Id>) => void) {
    this.desk = desk;
    this.id = id;
    this.onAnswer = onAnswer;
  }

  /** Asks it, in place of one that waits; null asks nothing more. */
  ask(request: TaskRequest<Id> | null): void {
    this.wanted = request;
    if (!this.isBusy) void this.settle();
  }

  private async settle(): Promise<void> {
    this.isBusy = true;
    try {
      while (this.wanted !== null) {
        const request: TaskRequest<Id> = this.wanted;
        const answer = await answerOf(this.desk, this.id, request);
        if (this.wanted === null) break;
        if (this.wanted === request) this.wanted = null;
        this.onAnswer(answer, request);
      }
    } finally {
      this.isBusy = false;
    }
  }
}
