// What there is to learn from the gap: the answer beside the outcome, one row of numbers, what happened, and why.

import { useEffect, useRef } from 'react';
import { askAnew, changeOneThing, explain, observe } from '../../lab/lessonCourse.ts';
import { lessons } from '../../lab/lessons/index.ts';
import type { Fill } from '../../lab/lessons/lesson.ts';
import { openLesson } from '../../lab/openLesson.ts';
import { useLab } from '../LabContext.tsx';
import { useFormats } from '../text/TextContext.tsx';
import { checkCells } from './cells.ts';
import { keepDone } from './doneLessons.ts';
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
  return (
    <Chips
      legend={text.whatHappened}
      names={Object.keys(isSo)}
      chosen={open.observations}
      isRight={(name) => isSo[name]}
      isOver={open.observations.some((name) => isSo[name])}
      word={(name) => words.observations[name]}
      reply={(name) => (isSo[name] ? text.seenRight : text.seenWrong)}
      onChoose={(name) => observe(lab, lesson, name)}
    />
  );
}

function Reasons() {
  const lab = useLab();
  const { lesson, open, words } = useLesson();
  const text = useLessonsText();
  return (
    <Chips
      legend={text.why}
      names={Object.keys(lesson.reasons)}
      chosen={open.reasons}
      isRight={(name) => lesson.reasons[name] === null}
      isOver={open.phase === 'done'}
      word={(name) => words.reasons[name]?.choice}
      reply={(name) => words.reasons[name]?.reply}
      onChoose={(name) => explain(lab, lesson, name)}
    />
  );
}

interface ChipsProps {
  readonly legend: string;
  readonly names: readonly string[];
  readonly chosen: readonly string[];
  /** Whether the right one was found, and no more can be chosen. */
  readonly isOver: boolean;
  isRight(name: string): boolean;
  word(name: string): string | undefined;
  /** What is said of the one chosen last. */
  reply(name: string): string | undefined;
  onChoose(name: string): void;
}

/** One of several, chosen until it is the right one. */
function Chips({ legend, names, chosen, isOver, isRight, word, reply, onChoose }: ChipsProps) {
  const last = chosen.at(-1);
  return (
    <fieldset className={css.chips}>
      <legend>{legend}</legend>
      {names.map((name) => {
        const isChosen = chosen.includes(name);
        return (
          <button
            key={name}
            type="button"
            aria-pressed={isChosen}
            aria-disabled={isOver || isChosen || undefined}
            className={isChosen ? (isRight(name) ? css.right : css.wrong) : undefined}
            onClick={() => !isOver && onChoose(name)}
          >
            {word(name)}
          </button>
        );
      })}
      <p role="status">{last !== undefined && reply(last)}</p>
    </fieldset>
  );
}

function Takeaway() {
  const lab = useLab();
  const { lesson, words } = useLesson();
  const text = useLessonsText();
  const titles = useLessonTitles();
  const next = lessons[lessons.findIndex(({ key }) => key === lesson.key) + 1];
  useEffect(() => keepDone(lesson.key), [lesson.key]);
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
