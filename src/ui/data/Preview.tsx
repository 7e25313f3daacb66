// The first rows of a table as they were cut, and what stands in each column.

import type { Column } from '../../training/table/columns.ts';
import type { TableReading } from '../../training/table/readTable.ts';
import { useFormats } from '../text/TextContext.tsx';
import css from './data.module.css';
import { useDataText } from './words.ts';

export function Preview({ reading: { columns, shown } }: { readonly reading: TableReading }) {
  const words = useDataText();
  const title = ({ name }: Column, index: number): string => name || words.columnNumber(String(index + 1));
  const places = columns.map((_, index) => index);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard
    <section className={css.scroller} tabIndex={0} aria-label={words.preview}>
      <table className={css.table}>
        <caption>{words.preview}</caption>
        <thead>
          <tr>
            {places.map((place) => (
              <th key={place} scope="col">
                <bdi>{title(columns[place], place)}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((cells, row) => (
            <tr key={row}>
              {places.map((place) => (
                <td key={place}>
                  <bdi>{cells[place] ?? ''}</bdi>
                </td>
              ))}
            </tr>
          ))}
          <tr>
            {places.map((place) => (
              <td key={place}>
                <ColumnSummary column={columns[place]} />
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </section>
  );
}

function ColumnSummary({ column }: { readonly column: Column }) {
  const words = useDataText();
  const format = useFormats();
  const { isNumeric, values, missing, minimum, maximum, mean, deviation, bins } = column;
  const most = Math.max(1, ...bins);
  const [low, high, middle, spread] = [minimum, maximum, mean, deviation].map(format.number);
  const said = isNumeric
    ? words.range({ minimum: low, maximum: high, mean: middle, deviation: spread })
    : values === null
      ? words.manyValues
      : words.valuesOf(values.join(', '));
  return (
    <>
      {isNumeric && (
        <span className={css.histogram} aria-hidden="true">
          {bins.map((count, bin) => (
            <span key={bin} style={{ blockSize: `${Math.ceil((16 * count) / most)}px` }} />
          ))}
        </span>
      )}{' '}
      <small className={css.summary}>
        {said}
        {missing > 0 && `, ${words.missingCells(format.count(missing))}`}
      </small>
    </>
  );
}
