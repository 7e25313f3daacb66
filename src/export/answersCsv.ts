// Answers as a table for spreadsheets: the separators of the language, a mark of the encoding at the beginning, and no cell
// that would be run as a formula.

import type { AnswersTo } from '../lab/answerColumn.ts';
import { markOf, usualStyle } from '../training/table/tableStyle.ts';
import { csvText } from './csvCell.ts';

type Cell = string | number | null;

const columns = [
  ...['line', 'name', 'lesson', 'same question', 'answer', 'right', 'wrong'],
  ...['what happened', 'why', 'misconceptions', 'answered at', 'seconds'],
];

/** One row an answer, lines end in CRLF. @param decimal the decimal sign of the language; with a comma, cells end at semicolons */
export function answersCsv(groups: readonly AnswersTo[], decimal: string): string {
  const style = usualStyle(decimal);
  const rows = [columns, ...groups.flatMap((group) => rowsOf(group, decimal))];
  return `${markOf(style)}${csvText(
    rows.map((row) => row.map((cell) => cell ?? '')),
    style,
  )}`;
}

function rowsOf({ lesson, answers }: AnswersTo, decimal: string): readonly (readonly Cell[])[] {
  return answers.map(({ line, label, given, prediction, kind, isSame }) => {
    const named = (isRight: boolean): string =>
      Object.keys(given.features)
        .filter((name) => given.features[name] === isRight)
        .join(' ');
    const misconceptions = given.reasons.map((reason) => lesson.reasons[reason] ?? '').filter((name) => name !== '');
    return [
      ...[line, label, lesson.key, isSame ? 'yes' : 'no'],
      kind === 'said' ? answerCell(prediction, decimal) : kind === 'unknown' ? 'unknown' : '',
      ...[named(true), named(false), given.observations.join(' '), given.reasons.join(' '), misconceptions.join(' ')],
      given.answeredAt === null ? '' : new Date(given.answeredAt * 1000).toISOString(),
      given.secondsTaken,
    ];
  });
}

/** One number as a number; several as text, with spaces between them. */
function answerCell(prediction: unknown, decimal: string): Cell {
  if (typeof prediction === 'number' || typeof prediction === 'string') return prediction;
  const numbers: string[] = [];
  JSON.stringify(prediction, (_, value: unknown) => {
    if (typeof value === 'number') numbers.push(String(value).replace('.', decimal));
    return value;
  });
  return numbers.join(' ');
}
