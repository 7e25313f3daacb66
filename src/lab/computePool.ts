// Workers that share a long computation, as the page sees them.

import type { TaskId, TaskPart, TaskRequest, TaskResult } from '../training/studies/tasks.ts';

export interface ComputePool {
  /** Rejects with the signal's reason when it is aborted; a moment later nothing of the task is computed any more. */
  run<Id extends TaskId>(
    id: Id,
    request: TaskRequest<Id>,
    options: {
      readonly signal?: AbortSignal | undefined;
      readonly onPart?: ((part: TaskPart<Id>, done: number, total: number) => void) | undefined;
    },
  ): Promise<TaskResult<Id>>;
  /** Ends all workers and every task under way. */
  dispose(): void;
}
