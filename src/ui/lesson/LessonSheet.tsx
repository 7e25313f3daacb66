// A lesson on paper: its question with room for a prediction, its link and the same as a QR code; or, apart, its answer.

import { useEffect, useRef } from 'react';
import { encode } from 'uqr';
import { print } from '../../embed/capabilities.ts';
import { heightOf } from '../../lab/lessonGuess.ts';
import type { Curve, Fill, Form, Sketch } from '../../lab/lessons/lesson.ts';
import { formatLesson } from '../../lab/url.ts';
import { Frame } from '../answers/Frame.tsx';
import { sketchAxes } from '../answers/Overlays.tsx';
import { pageAddress } from '../dialogs/pageAddress.ts';
import { useLabState } from '../LabContext.tsx';
import { useFormats } from '../text/TextContext.tsx';
import { FigureRow } from './FigureRow.tsx';
import css from './sheet.module.css';
import { useSheetText } from './sheetText.ts';
import { useLesson } from './useOpenLesson.ts';
import { useLessonsText } from './words.ts';
import { useWritten } from './written.ts';

export type SheetKind = 'question' | 'answer';

interface SheetProps {
  readonly kind: SheetKind;
  /** Called once the sheet was handed to the printer. */
  onPrinted(): void;
}

/** Stands here unseen; what is printed is a copy of it, in a place of its own beside the page. */
export function LessonSheet({ kind, onPrinted }: SheetProps) {
  const sheet = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: printed once, as it stands when it has come
  useEffect(() => {
    if (sheet.current !== null) printCopy(sheet.current);
    onPrinted();
  }, []);
  return (
    <article ref={sheet} className={css.sheet} data-lesson-sheet={kind}>
      {kind === 'question' ? <Question /> : <Answer />}
    </article>
  );
}

function printCopy(sheet: HTMLElement): void {
  const copy = sheet.cloneNode(true) as HTMLElement;
  document.body.append(copy);
  addEventListener('afterprint', () => copy.remove(), { once: true });
  if (!print().ok) copy.remove();
}

function Question() {
  const { lesson, open, words } = useLesson();
  const text = useSheetText();
  const { page } = pageAddress(location.href);
  const address = `${page}${formatLesson(lesson.key, null)}`;
  return (
    <>
      <h1>{words.title}</h1>
      <p>{words.question}</p>
      {open.shown?.figures !== undefined && <FigureRow figures={open.shown.figures} names={words.figures} />}
      <h2>{text.prediction}</h2>
      <Room form={lesson.form} />
      <h2>{text.because}</h2>
      <p className={css.line} />
      <p className={css.line} />
      <footer className={css.link}>
        <Square address={address} />
        <p>
          {text.afterwards} <span dir="ltr">{address}</span>
        </p>
      </footer>
    </>
  );
}

/** Room to answer by hand. */
function Room({ form }: { readonly form: Form }) {
  const { open, words } = useLesson();
  const text = useSheetText();
  const { count } = useFormats();
  const view = useLabState((state) => state.view);
  switch (form.kind) {
    case 'choose':
      return (
        <ul className={css.options}>
          {form.options.map((option) => (
            <li key={option}>{words.options?.[option]}</li>
          ))}
        </ul>
      );
    case 'set':
      return (
        <p>
          <span className={css.blank} /> {words.quantity}
        </p>
      );
    case 'sketch':
      return <Axes form={form} curve={open.shown?.curve ?? []} others={Object.values(open.shown?.others ?? {})} />;
    case 'fill':
      return <Cells form={form} />;
    default: {
      const [across, up] = [view.x, view.y].map(([low, high], axis) => ({
        name: text.weight(count(axis + 1)),
        low,
        high,
      }));
      return <Frame label={text.axes} across={across} up={up} />;
    }
  }
}

interface AxesProps {
  readonly form: Sketch;
  readonly curve: Curve;
  readonly others?: readonly Curve[];
}

function Axes({ form, curve, others = [] }: AxesProps) {
  const { words } = useLesson();
  const text = useSheetText();
  const path = (heights: Curve): string =>
    `M${heights.map((value, column) => `${column / 23} ${1 - heightOf(form, value)}`).join('L')}`;
  return (
    <Frame label={text.axes} {...sketchAxes(form, words.axes ?? [text.across, text.up])}>
      {others.map((other, place) => (
        <path key={place} className={css.other} d={path(other)} />
      ))}
      {curve.length > 0 && <path className={css.curve} d={path(curve)} />}
    </Frame>
  );
}

function Cells({ form }: { readonly form: Fill }) {
  const { open, words } = useLesson();
  const { exact } = useFormats();
  return (
    <table className={css.cells}>
      <tbody>
        {form.given.map(({ row, cells }) => (
          <tr key={row}>
            <th scope="row">{words.rows?.[row]}</th>
            {(open.typed?.[row] ?? open.shown?.cells?.[row] ?? cells).map((value, place) => (
              <td key={place}>{exact(value)}</td>
            ))}
          </tr>
        ))}
        {form.asked.map(({ row, count }) => (
          <tr key={row}>
            <th scope="row">{words.rows?.[row]}</th>
            {Array.from({ length: count }, (_, place) => (
              <td key={place} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Square({ address }: { readonly address: string }) {
  const text = useSheetText();
  const { data, size } = encode(address, { border: 2 });
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return (
    <svg role="img" aria-label={text.link(address)} className={css.square} viewBox={`0 0 ${size} ${size}`}>
      <path d={path} />
    </svg>
  );
}

function Answer() {
  const { lesson, open, words } = useLesson();
  const text = useSheetText();
  const lessonText = useLessonsText();
  const { exact } = useFormats();
  const write = useWritten();
  const { truth, prediction } = open;
  const outcome = lesson.outcome(truth);
  const cells =
    lesson.form.kind === 'fill'
      ? Object.values(outcome as Readonly<Record<string, number>>)
          .map(exact)
          .join('; ')
      : '';
  const isSo = lesson.observations(truth);
  const reason = Object.keys(lesson.reasons).find((name) => lesson.reasons[name] === null) ?? '';
  return (
    <>
      <h1>{text.answerTo(words.title)}</h1>
      <p>{words.question}</p>
      <h2>{lessonText.outcome}</h2>
      <p>{write(outcome, cells)}</p>
      {lesson.form.kind === 'sketch' && <Axes form={lesson.form as Sketch} curve={outcome as Curve} />}
      <FigureRow figures={lesson.figures(truth, prediction)} names={words.figures} />
      <h2>{lessonText.whatHappened}</h2>
      <p>
        {Object.keys(isSo)
          .filter((name) => isSo[name])
          .map((name) => words.observations[name])
          .join(' ')}
      </p>
      <h2>{lessonText.why}</h2>
      <p>
        {words.reasons[reason]?.choice} {words.reasons[reason]?.reply}
      </p>
      <h2>{lessonText.takeaway}</h2>
      <p>{words.takeaway}</p>
    </>
  );
}
