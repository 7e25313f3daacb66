// The two buttons that give an answer.

import { useId } from 'react';
import { commit } from '../../lab/lessonCourse.ts';
import { useLab } from '../LabContext.tsx';
import css from './lesson.module.css';
import { useLesson } from './useOpenLesson.ts';
import { useLessonsText } from './words.ts';

export function Give() {
  const lab = useLab();
  const { lesson, open } = useLesson();
  const text = useLessonsText();
  const reason = useId();
  const { kind } = lesson.form;
  const isReady = open.draft !== null;
  return (
    <div className={css.give}>
      <button
        type="button"
        className={css.commit}
        aria-disabled={!isReady || undefined}
        aria-describedby={isReady ? undefined : reason}
        onClick={() => isReady && void commit(lab, lesson, open.draft)}
      >
        {text.commit}
      </button>
      <button type="button" onClick={() => void commit(lab, lesson, null)}>
        {text.unknown}
      </button>
      {!isReady && (
        <span id={reason} className={css.help}>
          {text.notYet[kind]}
        </span>
      )}
    </div>
  );
}
