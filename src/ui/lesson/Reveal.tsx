// What there is to learn from the gap: the answer beside the outcome, one row of numbers, what happened, and why.

import { useEffect, useRef } from 'react';
import { askAnew, changeOneThing, explain, observe } from '../../lab/lessonCourse.ts';
import { lessons } from '../../lab/lessons/index.ts';
import type { Fill } from '../../lab/lessons/lesson.ts';
import { openLesson } from '../../lab/openLesson.ts';
import { useLab } from '../LabContext.tsx';
import { useFormats } from '../text/TextContext.tsx';
import { checkCells } from './cells.ts';
import { FigureRow } from './FigureRow.tsx';
import css from './lesson.module.css';
import { useLesson } from './useOpenLesson.ts';
import { useLessonsText, useLessonTitles } from './words.ts';
import { useWritten } from './written.ts';

export function Reveal() {
  const { open, lesson } = useLesson();
  const isSeen = open.observations.some((name) => lesson.observations(open.truth)[name]);
  return (
    <>
      <Gap />
      <Observations />
      {isSeen && <Reasons />}
      {open.phase === 'done' && <Takeaway />}
    </>
  );
}

/** The answer and the outcome as a sentence, what of it was right, and the numbers. */
function Gap() {
  const { lesson, open, words } = useLesson();
  const text = useLessonsText();
  const { count } = useFormats();
  const write = useWritten();
  const region = useRef<HTMLDivElement>(null);
  useEffect(() => {
    region.current?.scrollIntoView({ block: 'nearest' });
    // Whoever pressed the button, which is gone, goes on from here; whoever is elsewhere stays there.
    if (document.activeElement === document.body || region.current?.parentElement?.contains(document.activeElement))
      region.current?.focus({ preventScroll: true });
  }, []);
  const { prediction, truth, typed } = open;
  const checked =
    lesson.form.kind === 'fill' && prediction !== null
      ? checkCells(lesson, prediction as Readonly<Record<string, number>>, truth, typed)
      : [];
  const right = checked.filter(({ isRight }) => isRight).length;
  const cells = text.cellsRight({ right: count(right), of: count(checked.length) });
  return (
    <div ref={region} tabIndex={-1} className={css.reveal} role="status">
      <p className={css.sides}>
        <span>
          <b className={css.ownWord}>{text.yours}:</b> {write(prediction, cells)}
        </span>{' '}
        <span>
          <b className={css.truthWord}>{text.outcome}:</b> {write(lesson.outcome(truth), text.allCells)}
        </span>
      </p>
      <ul className={css.features}>
        {Object.entries(open.features ?? {}).map(([name, isRight]) => (
          <li key={name} className={isRight ? css.right : css.wrong}>
            {words.features[name]?.[isRight ? 'right' : 'wrong']}
          </li>
        ))}
      </ul>
      <h3>{text.numbers}</h3>
      <FigureRow figures={lesson.figures(truth, prediction)} names={words.figures} />
    </div>
  );
}

function Observations() {
  const lab = useLab();
  const { lesson, open, words } = useLesson();
  const text = useLessonsText();
  const isSo = lesson.observations(open.truth);
  const isSeen = open.observations.some((name) => isSo[name]);
  const last = open.observations.at(-1);
  return (
    <fieldset className={css.chips}>
      <legend>{text.whatHappened}</legend>
      {Object.keys(isSo).map((name) => {
        const isChosen = open.observations.includes(name);
        return (
          <button
            key={name}
            type="button"
            aria-pressed={isChosen}
            aria-disabled={isSeen || isChosen || undefined}
            className={isChosen ? (isSo[name] ? css.right : css.wrong) : undefined}
            onClick={() => !isSeen && observe(lab, lesson, name)}
          >
            {words.observations[name]}
          </button>
        );
      })}
      <p role="status">{last !== undefined && (isSo[last] ? text.seenRight : text.seenWrong)}</p>
    </fieldset>
  );
}

function Reasons() {
  const lab = useLab();
  const { lesson, open, words } = useLesson();
  const text = useLessonsText();
  const isDone = open.phase === 'done';
  const last = open.reasons.at(-1);
  return (
    <fieldset className={css.chips}>
      <legend>{text.why}</legend>
      {Object.entries(lesson.reasons).map(([name, misconception]) => {
        const isChosen = open.reasons.includes(name);
        return (
          <button
            key={name}
            type="button"
            aria-pressed={isChosen}
            aria-disabled={isDone || isChosen || undefined}
            className={isChosen ? (misconception === null ? css.right : css.wrong) : undefined}
            onClick={() => !isDone && explain(lab, lesson, name)}
          >
            {words.reasons[name]?.choice}
          </button>
        );
      })}
      <p role="status">{last !== undefined && words.reasons[last]?.reply}</p>
    </fieldset>
  );
}

function Takeaway() {
  const lab = useLab();
  const { lesson, words } = useLesson();
  const text = useLessonsText();
  const titles = useLessonTitles();
  const next = lessons[lessons.findIndex(({ key }) => key === lesson.key) + 1];
  const { form } = lesson;
  const isTyped = form.kind === 'fill' && (form as Fill).given.some((row) => row.isTyped);
  return (
    <div className={css.takeaway}>
      <h3>{text.takeaway}</h3>
      <p>
        <strong>{words.takeaway}</strong>
      </p>
      <h3>{text.changeOne}</h3>
      <p>{words.change}</p>
      <div className={css.give}>
        {lesson.change !== undefined && (
          <button type="button" onClick={() => void changeOneThing(lab, lesson)}>
            {text.change}
          </button>
        )}
        {isTyped && (
          <button type="button" onClick={() => askAnew(lab, lesson)}>
            {text.change}
          </button>
        )}
        {next !== undefined && (
          <button type="button" className={css.commit} onClick={() => void openLesson(lab, next.key)}>
            {text.next(titles[next.key] ?? '')}
          </button>
        )}
      </div>
    </div>
  );
}
