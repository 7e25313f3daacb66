// Where a lesson stands in its sitting, and the way to free play.

import { lessons } from '../../lab/lessons/index.ts';
import { useLab } from '../LabContext.tsx';
import { useFormats } from '../text/TextContext.tsx';
import css from './lesson.module.css';
import { useLesson } from './useOpenLesson.ts';
import { useLessonsText } from './words.ts';

export function Progress() {
  const lab = useLab();
  const { lesson, words } = useLesson();
  const text = useLessonsText();
  const { count } = useFormats();
  const sitting = lessons.find(({ key }) => key === lesson.key)?.sitting ?? 1;
  const all = lessons.filter((other) => other.sitting === sitting);
  const number = all.findIndex(({ key }) => key === lesson.key) + 1;
  return (
    <header className={css.head}>
      <h2 className={css.title}>{words.title}</h2>
      <span className={css.progress}>
        {text.progress({ sitting: text.sittings[sitting - 1], number: count(number), of: count(all.length) })}
      </span>
      <button type="button" className={css.leave} onClick={() => lab.leaveLesson()}>
        {text.leave}
      </button>
    </header>
  );
}
