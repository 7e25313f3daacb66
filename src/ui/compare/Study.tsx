// The buttons of a long computation: start it, see how far it is, cancel it.

import { type ReactNode, useEffect, useRef } from 'react';
import type { TaskId } from '../../training/studies/tasks.ts';
import { useFormats } from '../text/TextContext.tsx';
import css from './compare.module.css';
import { useStudies, useStudyState } from './useStudies.ts';
import { useCompareText } from './words.ts';

interface StudyProps {
  readonly id: TaskId;
  readonly name: string;
  onRun(): void;
}

export function Study({ id, name, onRun }: StudyProps) {
  const studies = useStudies();
  const words = useCompareText();
  const format = useFormats();
  const isRunning = useStudyState(({ running }) => running === id);
  const done = useStudyState((state) => (state.running === id ? state.done : 0));
  const total = useStudyState((state) => (state.running === id ? state.total : 0));
  return (
    <span className={css.study}>
      {/* One button with two uses, so that the keyboard stays on it. */}
      <button type="button" onClick={isRunning ? () => studies.cancel() : onRun}>
        {isRunning ? words.cancel : name}
      </button>
      {isRunning && (
        <>
          <progress aria-label={words.progress} max={Math.max(1, total)} value={done} />
          <span>{words.done({ done: format.count(done), total: format.count(total) })}</span>
        </>
      )}
    </span>
  );
}

/** What has come of a long computation: brought into view when it ends, since it may stand below the fold. */
export function Outcome({ of, children }: { readonly of: TaskId; readonly children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  const wasRunning = useRef(false);
  const isRunning = useStudyState(({ running }) => running === of);
  useEffect(() => {
    if (wasRunning.current && !isRunning) place.current?.scrollIntoView({ block: 'nearest' });
    wasRunning.current = isRunning;
  }, [isRunning]);
  return (
    <div ref={place} className={css.outcome}>
      {children}
    </div>
  );
}

/** Why the last study could not be made. */
export function Failure() {
  const failure = useStudyState((state) => state.failure);
  return failure === null ? null : (
    <p role="alert" className={css.warning}>
      {failure}
    </p>
  );
}
