// What stands in place of the narration while a question is asked: that it is, or where the guide is far from the plot
// the question itself, and of a form on the plot what gives the answer.

import { useText } from '../text/TextContext.tsx';
import { Give } from './Give.tsx';
import { isOnPlot } from './isOnPlot.ts';
import css from './lesson.module.css';
import { LessonContext, useLessonOf, useOpenKey } from './useOpenLesson.ts';

export function LessonSentence() {
  const { frame } = useText();
  const key = useOpenKey();
  return (
    <div className={css.sentence}>
      <p className={css.wideOnly}>{frame.asked}</p>
      {key !== null && <Question key={key} lessonKey={key} />}
    </div>
  );
}

function Question({ lessonKey }: { readonly lessonKey: string }) {
  const inUse = useLessonOf(lessonKey);
  if (inUse === null) return null;
  return (
    <LessonContext value={inUse}>
      <p className={`${css.narrowOnly} ${css.asked}`}>{inUse.words.question}</p>
      {inUse.open.phase === 'asked' && isOnPlot(inUse.lesson) && (
        <div className={css.nearPlot}>
          <Give />
        </div>
      )}
    </LessonContext>
  );
}
