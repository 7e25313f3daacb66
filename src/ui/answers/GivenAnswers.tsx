// All answers to a question in one picture, whatever its form is.

import { histogram, type ReadAnswer } from '../../lab/answerColumn.ts';
import { cellsOf } from '../../lab/lessonGuess.ts';
import type { Ellipse, Fill, Form, Lesson, SetNumber } from '../../lab/lessons/lesson.ts';
import type { Point } from '../../training/vector.ts';
import type { LessonText } from '../lesson/lessonText.ts';
import { useFormats } from '../text/TextContext.tsx';
import css from './answers.module.css';
import { Bars } from './Bars.tsx';
import { Curves, Ellipses, Points } from './Overlays.tsx';
import { useAnswersText } from './useAnswersText.ts';

interface GivenProps {
  readonly lesson: Lesson;
  readonly words: LessonText;
  readonly answers: readonly ReadAnswer[];
}

export function GivenAnswers({ lesson, words, answers }: GivenProps) {
  const text = useAnswersText();
  const form: Form = lesson.form;
  const said = answers.filter(({ kind }) => kind === 'said').map(({ prediction }) => prediction);
  const unknown = answers.filter(({ kind }) => kind === 'unknown').length;
  const of = said.length + unknown;
  if (of === 0) return null;
  const nobody = { name: text.unknown, count: unknown };
  if (form.kind === 'choose') {
    const rows = form.options.map((option) => ({
      name: words.options?.[option] ?? option,
      count: said.filter((choice) => choice === option).length,
    }));
    return <Bars title={text.given} rows={[...rows, nobody]} of={of} />;
  }
  if (form.kind === 'set')
    return <Numbers form={form} values={said as readonly number[]} quantity={words.quantity} nobody={nobody} of={of} />;
  return (
    <>
      {said.length > 0 && form.kind === 'sketch' && (
        <Curves form={form} words={words} curves={said as readonly (readonly number[])[]} />
      )}
      {said.length > 0 && form.kind === 'place' && <Points points={said as readonly Point[]} />}
      {said.length > 0 && form.kind === 'spread' && <Ellipses ellipses={said as readonly Ellipse[]} />}
      {said.length > 0 && form.kind === 'fill' && (
        <Cells form={form} words={words} tables={said as readonly Readonly<Record<string, number>>[]} />
      )}
      {unknown > 0 && <Bars title={text.given} rows={[nobody]} of={of} />}
    </>
  );
}

interface NumbersProps {
  readonly form: SetNumber;
  readonly values: readonly number[];
  readonly quantity: string | undefined;
  readonly nobody: { readonly name: string; readonly count: number };
  readonly of: number;
}

function Numbers({ form, values, quantity = '', nobody, of }: NumbersProps) {
  const text = useAnswersText();
  const { number } = useFormats();
  const rows = histogram(values, form).map(({ from, to, count }) => ({
    name: `${text.bin({ from: number(from), to: number(to) })} ${quantity}`.trim(),
    count,
  }));
  return <Bars title={text.given} rows={[...rows, nobody]} of={of} />;
}

/** Most numbers of a cell that are listed. */
const mostListed = 4;

interface CellsProps {
  readonly form: Fill;
  readonly words: LessonText;
  readonly tables: readonly Readonly<Record<string, number>>[];
}

function Cells({ form, words, tables }: CellsProps) {
  const text = useAnswersText();
  const { exact, count } = useFormats();
  const rowOf = (cell: string): string => {
    const row = cell.replace(/\d+$/, '');
    const place = Number(cell.slice(row.length));
    return `${words.rows?.[row] ?? row}, ${words.columns?.[place] ?? count(place + 1)}`;
  };
  const counted = (cell: string): string => {
    const times = new Map<number, number>();
    for (const table of tables) times.set(table[cell], (times.get(table[cell]) ?? 0) + 1);
    const listed = [...times].toSorted(([, one], [, other]) => other - one).slice(0, mostListed);
    return `${listed.map(([value, number]) => `${exact(value)} (${count(number)})`).join('; ')}${times.size > mostListed ? '; …' : ''}`;
  };
  return (
    <table className={css.bars}>
      <caption>{text.given}</caption>
      <thead>
        <tr>
          <th scope="col">{text.cell}</th>
          <th scope="col">{text.mostOften}</th>
        </tr>
      </thead>
      <tbody>
        {cellsOf(form).map((cell) => (
          <tr key={cell}>
            <th scope="row">{rowOf(cell)}</th>
            <td>{counted(cell)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
