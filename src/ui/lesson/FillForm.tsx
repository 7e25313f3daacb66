// A table to be filled in by hand: rows that are given, some of which can be typed over, and rows that are asked for.

import { useState } from 'react';
import { cellsOf } from '../../lab/lessonGuess.ts';
import type { Fill } from '../../lab/lessons/lesson.ts';
import { useTypedNumber } from '../controls/NumberInput.tsx';
import { useLab } from '../LabContext.tsx';
import { useFormats } from '../text/TextContext.tsx';
import { type Checked, checkCells } from './cells.ts';
import css from './lesson.module.css';
import { useDraft, useLesson } from './useOpenLesson.ts';
import { useLessonsText } from './words.ts';
import { plainNumber } from './written.ts';

type Numbers = Readonly<Record<string, number>>;

export function FillForm() {
  const lab = useLab();
  const { lesson, open, words } = useLesson();
  const text = useLessonsText();
  const put = useDraft();
  const form = lesson.form as Fill;
  const isAsked = open.phase === 'asked';
  const [written, setWritten] = useState<Numbers>((open.draft as Numbers | null) ?? {});
  const shown = isAsked ? written : ((open.prediction as Numbers | null) ?? {});
  const checked =
    open.features === null ? [] : checkCells(lesson, (open.prediction as Numbers) ?? {}, open.truth, open.typed);
  const given = form.given.map((row) => ({
    ...row,
    cells: open.typed?.[row.row] ?? open.shown?.cells?.[row.row] ?? row.cells,
  }));
  const columns = Math.max(...given.map(({ cells }) => cells.length), ...form.asked.map(({ count }) => count));
  const nameOf = (row: string, index: number): string => {
    const column = words.columns?.[index];
    const rowName = words.rows?.[row] ?? row;
    return column === undefined ? rowName : text.cell({ row: rowName, column });
  };
  const write = (cell: string, value: number | null): void => {
    const { [cell]: _former, ...others } = written;
    const next = value === null ? others : { ...others, [cell]: value };
    setWritten(next);
    if (cellsOf(form).every((name) => next[name] !== undefined)) put(next);
    else lab.changeLesson({ draft: null });
  };
  const type = (row: string, index: number, value: number): void => {
    const typed = Object.fromEntries(
      given.filter(({ isTyped }) => isTyped).map((other) => [other.row, [...other.cells]]),
    );
    typed[row][index] = value;
    lab.changeLesson({ typed });
  };
  return (
    <div className={css.tableFrame}>
      <table className={css.table}>
        <thead>
          <tr>
            <td />
            {Array.from({ length: columns }, (_, index) => (
              <th key={words.columns?.[index] ?? index} scope="col">
                {words.columns?.[index]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {given.map(({ row, cells, isTyped }) => (
            <tr key={row}>
              <th scope="row">{words.rows?.[row]}</th>
              {[...cells].map((value, index) => (
                <td key={nameOf(row, index)}>
                  {isTyped && isAsked ? (
                    <CellInput
                      label={nameOf(row, index)}
                      value={value}
                      onWrite={(next) => next !== null && type(row, index, next)}
                    />
                  ) : (
                    <GivenNumber value={value} />
                  )}
                </td>
              ))}
            </tr>
          ))}
          {form.asked.map(({ row, count }) => (
            <tr key={row} className={css.askedRow}>
              <th scope="row">{words.rows?.[row]}</th>
              {Array.from({ length: count }, (_, index) => `${row}${index}`).map((cell, index) => (
                <td key={cell}>
                  {isAsked ? (
                    <CellInput
                      label={nameOf(row, index)}
                      value={shown[cell] ?? null}
                      onWrite={(value) => write(cell, value)}
                    />
                  ) : (
                    <CellCheck value={shown[cell]} checked={checked.find((other) => other.cell === cell)} />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function GivenNumber({ value }: { readonly value: number }) {
  return plainNumber(value, useFormats());
}

interface CellInputProps {
  readonly label: string;
  readonly value: number | null;
  onWrite(value: number | null): void;
}

/** What is typed counts at once where it is a number. */
function CellInput({ label, value, onWrite }: CellInputProps) {
  const read = useTypedNumber();
  const { exact } = useFormats();
  const [draft, setDraft] = useState<string | null>(null);
  const reading = draft === null || draft.trim() === '' ? null : read(draft);
  return (
    <input
      className={css.cell}
      inputMode="decimal"
      dir="ltr"
      autoComplete="off"
      spellCheck={false}
      aria-label={label}
      aria-invalid={reading !== null && 'problem' in reading}
      value={draft ?? (value === null ? '' : exact(value))}
      onChange={({ currentTarget }) => {
        setDraft(currentTarget.value);
        const typed = read(currentTarget.value);
        onWrite('value' in typed ? typed.value : null);
      }}
    />
  );
}

function CellCheck({ value, checked }: { readonly value: number | undefined; readonly checked: Checked | undefined }) {
  const format = useFormats();
  const text = useLessonsText();
  const { words } = useLesson();
  if (checked === undefined) return value === undefined ? null : plainNumber(value, format);
  const truth = plainNumber(checked.truth, format);
  if (value === undefined) return text.cellWrong(truth);
  const slip = checked.slip === null ? undefined : words.slips?.[checked.slip];
  return (
    <span className={checked.isRight ? css.right : css.wrong}>
      {plainNumber(value, format)} {checked.isRight ? `✓ ${text.cellRight}` : `✗ ${text.cellWrong(truth)}`}
      {slip !== undefined && <small>{slip}</small>}
    </span>
  );
}
