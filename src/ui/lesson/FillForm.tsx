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
  const { open, words } = useLesson();
  const { given, asked, type, write } = useTable();
  const isAsked = open.phase === 'asked';
  const columns = Math.max(...given.map(({ cells }) => cells.length), ...asked.map(({ cells }) => cells.length));
  const givenRows = given.map(({ row, cells, isTyped }) => (
    <tr key={row}>
      <RowHead row={row} />
      {[...cells].map((value, index) => (
        <Cell key={`${row}${index}`} row={row} index={index}>
          {(label) =>
            isTyped && isAsked ? (
              <CellInput label={label} value={value} onWrite={(next) => next !== null && type(row, index, next)} />
            ) : (
              <GivenNumber value={value} />
            )
          }
        </Cell>
      ))}
    </tr>
  ));
  const askedRows = asked.map(({ row, cells }) => (
    <tr key={row} className={css.askedRow}>
      <RowHead row={row} />
      {cells.map(({ cell, value, checked }, index) => (
        <Cell key={cell} row={row} index={index}>
          {(label) =>
            isAsked ? (
              <CellInput label={label} value={value ?? null} onWrite={(next) => write(cell, next)} />
            ) : (
              <CellCheck value={value} checked={checked} />
            )
          }
        </Cell>
      ))}
    </tr>
  ));
  const columnNames = Array.from({ length: columns }, (_, index) => words.columns?.[index]);
  // One number to a row: a long list stands side by side where there is room.
  const tables = columns > 1 ? [[...givenRows, ...askedRows]] : [givenRows, ...inParts(askedRows, mostRows)];
  return (
    <div className={css.tableFrame}>
      {tables.map((rows) => (
        <Table key={rows[0].key} columns={columnNames} rows={rows} />
      ))}
    </div>
  );
}

/** The rows as they stand now, and what happens to what is typed and written. */
function useTable() {
  const lab = useLab();
  const { lesson, open } = useLesson();
  const put = useDraft();
  const form = lesson.form as Fill;
  const [written, setWritten] = useState<Numbers>((open.draft as Numbers | null) ?? {});
  const shown = open.phase === 'asked' ? written : ((open.prediction as Numbers | null) ?? {});
  const checks =
    open.features === null ? [] : checkCells(lesson, (open.prediction as Numbers) ?? {}, open.truth, open.typed);
  const given = form.given.map((row) => ({
    ...row,
    cells: open.typed?.[row.row] ?? open.shown?.cells?.[row.row] ?? row.cells,
  }));
  const asked = form.asked.map(({ row, count }) => ({
    row,
    cells: Array.from({ length: count }, (_, index) => {
      const cell = `${row}${index}`;
      return { cell, value: shown[cell], checked: checks.find((other) => other.cell === cell) };
    }),
  }));
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
  return { given, asked, type, write };
}

function RowHead({ row }: { readonly row: string }) {
  return <th scope="row">{useLesson().words.rows?.[row]}</th>;
}

interface CellProps {
  readonly row: string;
  readonly index: number;
  children(label: string): React.ReactNode;
}

/** A place of the table, which its row and its column name. */
function Cell({ row, index, children }: CellProps) {
  const { words } = useLesson();
  const text = useLessonsText();
  const column = words.columns?.[index];
  const rowName = words.rows?.[row] ?? row;
  return <td>{children(column === undefined ? rowName : text.cell({ row: rowName, column }))}</td>;
}

const mostRows = 4;

const inParts = <Item,>(items: readonly Item[], most: number): readonly (readonly Item[])[] =>
  Array.from({ length: Math.ceil(items.length / most) }, (_, part) => items.slice(most * part, most * (part + 1)));

interface TableProps {
  readonly columns: readonly (string | undefined)[];
  readonly rows: readonly React.ReactElement[];
}

function Table({ columns, rows }: TableProps) {
  return (
    <table className={css.table}>
      <thead>
        <tr>
          <td />
          {columns.map((column, index) => (
            <th key={column ?? index} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{rows}</tbody>
    </table>
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
