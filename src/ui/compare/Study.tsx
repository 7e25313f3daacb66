// The buttons of a long computation: start it, see how far it is, cancel it.

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
      {isRunning ? (
        <>
          <button type="button" onClick={() => studies.cancel()}>
            {words.cancel}
          </button>
          <progress aria-label={words.progress} max={Math.max(1, total)} value={done} />
          <span>{words.done({ done: format.count(done), total: format.count(total) })}</span>
        </>
      ) : (
        <button type="button" onClick={onRun}>
          {name}
        </button>
      )}
    </span>
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
