// What a worker answers to a question about the state, for the components.

import { useEffect, useRef, useState } from 'react';
import { Latest } from '../lab/latest.ts';
import type { TaskId, TaskRequest, TaskResult } from '../training/studies/tasks.ts';
import { useLab } from './LabContext.tsx';

/**
 * The answer to `request`, which is to be the same object while the question is the same; the one before while it is on
 * its way, null before the first, or where nobody asks.
 */
export function useAnswer<Id extends TaskId>(id: Id, request: TaskRequest<Id> | null): TaskResult<Id> | null {
  return useAnswered(id, request, null)?.answer ?? null;
}

/** The same with what the question was about, which need not be what is asked now. */
export function useAnswered<Id extends TaskId, About>(
  id: Id,
  request: TaskRequest<Id> | null,
  about: About,
): { readonly answer: TaskResult<Id>; readonly about: About } | null {
  const { desk } = useLab();
  const [answered, setAnswered] = useState<{ readonly answer: TaskResult<Id>; readonly about: About } | null>(null);
  const [latest, setLatest] = useState<Latest<Id> | null>(null);
  const abouts = useRef(new WeakMap<TaskRequest<Id>, About>());
  if (request !== null) abouts.current.set(request, about);
  useEffect(() => {
    const asked = new Latest(desk, id, (answer, of) =>
      setAnswered(answer === null ? null : { answer, about: abouts.current.get(of) as About }),
    );
    setLatest(asked);
    return () => asked.ask(null);
  }, [desk, id]);
  useEffect(() => latest?.ask(request), [latest, request]);
  return request === null ? null : answered;
}
