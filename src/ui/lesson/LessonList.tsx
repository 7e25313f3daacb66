// All lessons by their sittings, and which of them were begun or done.

import { useState } from 'react';
import { type LessonEntry, lessons } from '../../lab/lessons/index.ts';
import { openLesson } from '../../lab/openLesson.ts';
import { useLab, useLabState } from '../LabContext.tsx';
import { useFormats } from '../text/TextContext.tsx';
import { readDone } from './doneLessons.ts';
import css from './lesson.module.css';
import { useLessonsText, useLessonTitles } from './words.ts';

/** The lessons of each sitting. */
export const sittings: readonly (readonly LessonEntry[])[] = [...new Set(lessons.map(({ sitting }) => sitting))].map(
  (sitting) => lessons.filter((lesson) => lesson.sitting === sitting),
);

export function LessonList() {
  const lab = useLab();
  const text = useLessonsText();
  const titles = useLessonTitles();
  const { count } = useFormats();
  const left = useLabState((state) => state.lessonsLeft);
  const [doneBefore] = useState(readDone);
  const isDone = ({ key }: LessonEntry): boolean => left[key]?.phase === 'done' || doneBefore.has(key);
  return (
    <section className={css.lesson} aria-label={text.lessons}>
      <p>{text.freePlayIntro}</p>
      <p>{text.intro}</p>
      {sittings.map((entries, index) => (
        <div key={entries[0].key}>
          <h2 className={css.sitting}>
            {text.sitting({ number: count(index + 1), name: text.sittings[index] })}{' '}
            <span className={css.progress}>
              {text.sittingDone({ done: count(entries.filter(isDone).length), all: count(entries.length) })}
            </span>
          </h2>
          <ol className={css.list}>
            {entries.map((entry) => (
              <li key={entry.key}>
                <button type="button" onClick={() => void openLesson(lab, entry.key)}>
                  {titles[entry.key]}
                </button>
                {(isDone(entry) || left[entry.key] !== undefined) && (
                  <span className={css.progress}>{isDone(entry) ? text.done : text.begun}</span>
                )}
              </li>
            ))}
          </ol>
        </div>
      ))}
    </section>
  );
}
