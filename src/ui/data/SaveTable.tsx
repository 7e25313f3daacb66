// The examples as a table for others: with the signs of the language, unless others are chosen.

import { useState } from 'react';
import { download } from '../../embed/capabilities.ts';
import type { OwnData } from '../../training/ownData/ownData.ts';
import { type TableStyle, usualStyle } from '../../training/table/tableStyle.ts';
import { writeTable } from '../../training/table/writeTable.ts';
import { useFormats } from '../text/TextContext.tsx';
import css from './data.module.css';
import { TableFormat } from './TableFormat.tsx';
import { useDataText } from './words.ts';

export function SaveTable({ data }: { readonly data: OwnData }) {
  const words = useDataText();
  const { marks } = useFormats();
  const [chosen, setChosen] = useState<TableStyle | null>(null);
  const style = chosen ?? usualStyle(marks.decimal);
  const save = (): void => void download(words.tableName, new Blob([writeTable(data, style)], { type: 'text/csv' }));
  return (
    <details className={css.save}>
      <summary>{words.save}</summary>
      <div className={css.choices}>
        <TableFormat style={style} onChange={setChosen} />
        <button type="button" onClick={save}>
          {words.tableName}
        </button>
      </div>
    </details>
  );
}
