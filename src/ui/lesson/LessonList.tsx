// All lessons by their sittings, and which of them were begun.

import { type LessonEntry, lessons } from '../../lab/lessons/index.ts';
import { openLesson } from '../../lab/openLesson.ts';
import { useLab, useLabState } from '../LabContext.tsx';
import { useFormats } from '../text/TextContext.tsx';
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
  return (
    <section className={css.lesson} aria-label={text.lessons}>
      <p>{text.freePlayIntro}</p>
      <p>{text.intro}</p>
      {sittings.map((entries, index) => (
        <div key={entries[0].key}>
          <h2 className={css.sitting}>{text.sitting(count(index + 1))}</h2>
          <ol className={css.list}>
            {entries.map(({ key }) => (
              <li key={key}>
                <button type="button" onClick={() => void openLesson(lab, key)}>
                  {titles[key]}
                </button>
                {left[key] !== undefined && (
                  <span className={css.progress}>{left[key].phase === 'done' ? text.done : text.begun}</span>
                )}
              </li>
            ))}
          </ol>
        </div>
      ))}
    </section>
  );
}
