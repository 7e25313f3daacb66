// What stands in place of the narration while a question is asked: that it is, or where the guide is far from the plot
// the question itself.

import { useText } from '../text/TextContext.tsx';
import css from './lesson.module.css';
import { useLessonOf, useOpenKey } from './useOpenLesson.ts';

export function LessonSentence() {
  const { frame } = useText();
  const key = useOpenKey();
  return (
    <p>
      <span className={css.wideOnly}>{frame.asked}</span>
      {key !== null && <Question key={key} lessonKey={key} />}
    </p>
  );
}

function Question({ lessonKey }: { readonly lessonKey: string }) {
  return <span className={css.narrowOnly}>{useLessonOf(lessonKey)?.words.question}</span>;
}
