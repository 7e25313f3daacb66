// The view of lessons: in a lesson its question, the answer, and what there is to learn from the gap; in free play the
// list of lessons.

import { lazyPart, Part } from '../parts/Part.tsx';
import { Ask } from './Ask.tsx';
import { LessonList } from './LessonList.tsx';
import css from './lesson.module.css';
import { Progress } from './Progress.tsx';
import { Reveal } from './Reveal.tsx';
import { LessonContext, useLessonOf, useOpenKey } from './useOpenLesson.ts';

const TakeAlong = lazyPart(() => import('./TakeAlong.tsx'), 'TakeAlong');

export function Guide() {
  const key = useOpenKey();
  return key === null ? <LessonList /> : <LessonView key={key} lessonKey={key} />;
}

function LessonView({ lessonKey }: { readonly lessonKey: string }) {
  const inUse = useLessonOf(lessonKey);
  if (inUse === null) return null;
  const { open, words } = inUse;
  const isAsked = open.phase === 'asked' || open.phase === 'committed';
  return (
    <LessonContext value={inUse}>
      <section className={css.lesson} aria-label={words.title} data-phase={open.phase}>
        <Progress />
        <p className={css.question}>{words.question}</p>
        <Ask />
        {!isAsked && <Reveal />}
        <Part before={null}>
          <TakeAlong />
        </Part>
      </section>
    </LessonContext>
  );
}
