// What a worker answers to a question about the state, for the components.

import { useEffect, useState } from 'react';
import { Latest } from '../lab/latest.ts';
import type { TaskId, TaskRequest, TaskResult } from '../training/studies/tasks.ts';
import { useLab } from './LabContext.tsx';

/**
 * The answer to `request`, which is to be the same object while the question is the same; the one before while it is on
 * its way, null before the first, or where nobody asks.
 */
export function useAnswer<Id extends TaskId>(id: Id, request: TaskRequest<Id> | null): TaskResult<Id> | null {
  const { desk } = useLab();
  const [answer, setAnswer] = useState<TaskResult<Id> | null>(null);
  const [latest, setLatest] = useState<Latest<Id> | null>(null);
  useEffect(() => {
    const asked = new Latest(desk, id, (next) => setAnswer(() => next));
    setLatest(asked);
    return () => asked.ask(null);
  }, [desk, id]);
  useEffect(() => latest?.ask(request), [latest, request]);
  return request === null ? null : answer;
}
