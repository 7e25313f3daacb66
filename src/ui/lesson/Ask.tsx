// The question's form, and the two buttons that give an answer to it. What was answered stays as it was.

import { type ComponentType, useEffect, useRef } from 'react';
import type { Fill, FormKind } from '../../lab/lessons/lesson.ts';
import { useLab } from '../LabContext.tsx';
import { lazyPart, Part } from '../parts/Part.tsx';
import { ChooseForm } from './ChooseForm.tsx';
import { FigureRow } from './FigureRow.tsx';
import { Give } from './Give.tsx';
import { isOnPlot } from './isOnPlot.ts';
import css from './lesson.module.css';
import { useLesson } from './useOpenLesson.ts';
import { useLessonsText } from './words.ts';

const FillForm = lazyPart(() => import('./FillForm.tsx'), 'FillForm');
const SetForm = lazyPart(() => import('./SetForm.tsx'), 'SetForm');
const SketchForm = lazyPart(() => import('./SketchForm.tsx'), 'SketchForm');
const StepAsCode = lazyPart(() => import('./StepAsCode.tsx'), 'StepAsCode');

const forms: Readonly<Record<FormKind, ComponentType>> = {
  choose: ChooseForm,
  place: PlaceHelp,
  sketch: SketchForm,
  set: SetForm,
  spread: SpreadHelp,
  fill: FillForm,
};

function PlaceHelp() {
  return <p className={css.help}>{useLessonsText().ringPlace}</p>;
}

function SpreadHelp() {
  return <p className={css.help}>{useLessonsText().ellipsePlace}</p>;
}

export function Ask() {
  const { lesson, open, words } = useLesson();
  const Form = forms[lesson.form.kind];
  // Forms on the plot have nothing more to do once they are given.
  const isOver = open.phase !== 'asked' && isOnPlot(lesson);
  if (open.shown === null && open.phase === 'asked') return null;
  return (
    <div className={css.ask} data-form={lesson.form.kind}>
      {open.shown?.figures !== undefined && <FigureRow figures={open.shown.figures} names={words.figures} />}
      {/* What takes the answer comes with its buttons. */}
      <Part before={null}>
        {!isOver && <Form />}
        {open.phase === 'asked' && <Give />}
        {open.phase === 'committed' && <Given />}
      </Part>
      {lesson.form.kind === 'fill' && lesson.form.isOneStep && <AsCode form={lesson.form} />}
    </div>
  );
}

function AsCode({ form }: { readonly form: Fill }) {
  const { lesson, open } = useLesson();
  const given = Object.fromEntries(form.given.map(({ row, cells }) => [row, open.typed?.[row] ?? cells]));
  const next =
    open.features === null ? null : Object.values(lesson.outcome(open.truth) as Readonly<Record<string, number>>);
  return (
    <Part before={null}>
      <StepAsCode weights={given.weights} gradients={given.gradients} rate={given.rate[0]} next={next} />
    </Part>
  );
}

function Given() {
  const lab = useLab();
  const text = useLessonsText();
  const sentence = useRef<HTMLParagraphElement>(null);
  // The button that was pressed is gone; who works with the keys goes on from here.
  useEffect(() => sentence.current?.focus({ preventScroll: true }), []);
  return (
    <p ref={sentence} tabIndex={-1} className={css.help}>
      {lab.revealsAtOnce ? text.computing : text.waitsForReveal}
    </p>
  );
}
