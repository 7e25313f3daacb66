// One of a few options.

import { useId } from 'react';
import type { Choose } from '../../lab/lessons/lesson.ts';
import css from './lesson.module.css';
import { useDraft, useLesson } from './useOpenLesson.ts';

export function ChooseForm() {
  const { lesson, open, words } = useLesson();
  const put = useDraft();
  const name = useId();
  const { options } = lesson.form as Choose;
  const isAsked = open.phase === 'asked';
  const chosen = isAsked ? open.draft : open.prediction;
  const truth = open.features === null ? null : lesson.outcome(open.truth);
  return (
    <fieldset className={css.choose} disabled={!isAsked}>
      <legend className={css.unseen}>{words.question}</legend>
      {options.map((option) => (
        <label key={option} data-truth={option === truth || undefined}>
          <input type="radio" name={name} checked={option === chosen} onChange={() => put(option)} />
          {words.options?.[option]}
        </label>
      ))}
    </fieldset>
  );
}
