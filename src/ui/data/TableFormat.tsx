// How a table is written for others: what parts its columns, its decimal sign, and whether its encoding is marked.

import { delimiters } from '../../training/table/cells.ts';
import type { TableStyle } from '../../training/table/tableStyle.ts';
import css from './data.module.css';
import { FormatSelects } from './FormatSelects.tsx';
import { useDataText } from './words.ts';

interface TableFormatProps {
  readonly style: TableStyle;
  onChange(style: TableStyle): void;
}

const offered = delimiters.filter((each) => each !== ' ');

export function TableFormat({ style, onChange }: TableFormatProps) {
  const words = useDataText();
  return (
    <>
      <FormatSelects
        {...{ offered, delimiter: style.delimiter, decimalSign: style.decimalSign }}
        onChoose={(change) => onChange({ ...style, ...change })}
      />
      <label className={css.switch}>
        <input
          type="checkbox"
          checked={style.hasMark}
          onChange={(event) => onChange({ ...style, hasMark: event.currentTarget.checked })}
        />
        <span>{words.forSpreadsheet}</span>
      </label>
    </>
  );
}
