// What was read of a table, in sentences: how much, what was left out and why, and what is missing for it to be of use.

import { mostColumns } from '../../training/table/cells.ts';
import type { TableReading } from '../../training/table/readTable.ts';
import { mostRows } from '../../training/table/readTable.ts';
import type { Formats } from '../text/format.ts';
import { useFormats } from '../text/TextContext.tsx';
import css from './data.module.css';
import { type DataText, useDataText } from './words.ts';

/** Lines of rows with something missing that are named. */
const namedLines = 10;
const namedFaults = 20;

export function ReadingReport({ reading }: { readonly reading: TableReading }) {
  const words = useDataText();
  const format = useFormats();
  const { refusal, faults, faultCount } = reading;
  const more = faultCount - Math.min(namedFaults, faults.length);
  return (
    <>
      <div role="status">
        {sentencesOf(reading, words, format).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      {refusal !== null && <p role="alert">{words.refusals[refusal](refusedColumn(reading, words))}</p>}
      {faultCount > 0 && (
        <div>
          <p>
            {words.faults({
              count: format.count(faultCount),
              rows: words.rowCount(format.count(reading.rowCount), reading.rowCount === 1),
            })}
          </p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard */}
          <ul className={css.faults} tabIndex={0} aria-label={words.faults({ count: '', rows: '' })}>
            {faults.slice(0, namedFaults).map(({ line, kind, column, text }) => (
              <li key={line}>
                <bdi>
                  {(kind === 'cells' ? words.badWidth : words.badNumber)({
                    ...{ line: format.count(line), column: column || words.column, text: text || words.emptyCell },
                  })}
                </bdi>
              </li>
            ))}
            {more > 0 && <li>{words.moreFaults(format.count(more))}</li>}
          </ul>
        </div>
      )}
    </>
  );
}

const refusedColumn = ({ refused }: TableReading, words: DataText): string => refused || words.column;

function sentencesOf(reading: TableReading, words: DataText, format: Formats): readonly string[] {
  const { rowCount, columns, refusal, data, usableCount, missing, missingCount } = reading;
  if (refusal === 'too-long' || refusal === 'empty') return [];
  const rows = words.rowCount(format.count(rowCount), rowCount === 1);
  const used = data?.y.length ?? 0;
  // Columns may have one name, and then the same is to be said of them.
  const said = new Set([
    words.understood({
      rows,
      columns: words.columnCount(format.count(columns.length), columns.length === 1),
      delimiter: words.delimiters[reading.delimiter],
      sign: words.signs[reading.decimalSign],
    }),
    ...(reading.hasMoreRows ? [words.moreRows(format.count(mostRows))] : []),
    ...(reading.hasMoreColumns ? [words.moreColumns(format.count(mostColumns))] : []),
    ...(missingCount > 0
      ? [
          words.missing({
            ...{ count: format.count(missingCount), rows },
            lines: missing.slice(0, namedLines).map(format.count).join(', '),
            isCut: missingCount > namedLines,
          }),
        ]
      : []),
    ...(data !== null && used < usableCount
      ? [words.sampled({ used: format.count(used), of: format.count(usableCount) })]
      : []),
    ...columns.flatMap((column, index) => {
      const { unit, asText } = column;
      const name = column.name || words.columnNumber(String(index + 1));
      if (asText !== null) return [words.asText[asText](name)];
      return unit === '' ? [] : [words.inUnit({ column: name, unit })];
    }),
    ...(reading.classes.length > 0 ? [words.numbering(reading.classes.join(', '))] : []),
  ]);
  return [...said];
}
