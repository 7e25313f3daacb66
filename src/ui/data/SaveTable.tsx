// The examples as a table for others: with the signs of the language, unless others are chosen.

import { useState } from 'react';
import { download } from '../../embed/capabilities.ts';
import type { OwnData } from '../../training/ownData/ownData.ts';
import { type Delimiter, delimiters } from '../../training/table/cells.ts';
import type { DecimalSign } from '../../training/table/numbers.ts';
import { writeTable } from '../../training/table/writeTable.ts';
import { useFormats } from '../text/TextContext.tsx';
import css from './data.module.css';
import { FormatSelects } from './FormatSelects.tsx';
import { useDataText } from './words.ts';

export function SaveTable({ data }: { readonly data: OwnData }) {
  const words = useDataText();
  const { marks } = useFormats();
  const usual: DecimalSign = marks.decimal === ',' ? ',' : '.';
  const [chosen, setChosen] = useState<{ delimiter?: Delimiter; decimalSign?: DecimalSign }>({});
  const [hasMark, setMark] = useState(true);
  const decimalSign = chosen.decimalSign ?? usual;
  const delimiter = chosen.delimiter ?? (decimalSign === ',' ? ';' : ',');
  const save = (): void => {
    const text = writeTable(data, { delimiter, decimalSign, hasMark });
    download(words.tableName, new Blob([text], { type: 'text/csv' }));
  };
  return (
    <details className={css.save}>
      <summary>{words.save}</summary>
      <div className={css.choices}>
        <FormatSelects
          offered={delimiters.filter((each) => each !== ' ')}
          delimiter={delimiter}
          decimalSign={decimalSign}
          onChoose={(change) => setChosen({ ...chosen, ...change })}
        />
        <label className={css.switch}>
          <input type="checkbox" checked={hasMark} onChange={(event) => setMark(event.currentTarget.checked)} />
          <span>{words.forSpreadsheet}</span>
        </label>
        <button type="button" onClick={save}>
          {words.tableName}
        </button>
      </div>
    </details>
  );
}
