// Which lesson is open, or free play.

import { openLesson } from '../../lab/openLesson.ts';
import controls from '../controls/controls.module.css';
import { useLab, useLabState } from '../LabContext.tsx';
import { useFormats } from '../text/TextContext.tsx';
import { sittings } from './LessonList.tsx';
import { useLessonsText, useLessonTitles } from './words.ts';

export function LessonSelect() {
  const lab = useLab();
  const text = useLessonsText();
  const titles = useLessonTitles();
  const { count } = useFormats();
  const key = useLabState(({ lesson }) => lesson?.key ?? '');
  const choose = (chosen: string): void => {
    if (chosen === '') lab.leaveLesson();
    else void openLesson(lab, chosen);
  };
  return (
    <label className={controls.select}>
      <span>{text.lesson}</span>
      <select value={key} onChange={({ currentTarget }) => choose(currentTarget.value)}>
        <option value="">{text.leave}</option>
        {sittings.map((entries, index) => (
          <optgroup key={entries[0].key} label={text.sitting({ number: count(index + 1), name: text.sittings[index] })}>
            {entries.map((entry) => (
              <option key={entry.key} value={entry.key}>
                {titles[entry.key]}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}
