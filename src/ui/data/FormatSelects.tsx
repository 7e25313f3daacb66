// How a table is written: what stands between its columns, and the sign of its decimals.

import type { Delimiter } from '../../training/table/cells.ts';
import type { DecimalSign } from '../../training/table/numbers.ts';
import { useDataText } from './words.ts';

interface FormatSelectsProps {
  /** The delimiters to choose from. */
  readonly offered: readonly Delimiter[];
  readonly delimiter: Delimiter;
  readonly decimalSign: DecimalSign;
  onChoose(change: { readonly delimiter: Delimiter } | { readonly decimalSign: DecimalSign }): void;
}

export function FormatSelects({ offered, delimiter, decimalSign, onChoose }: FormatSelectsProps) {
  const words = useDataText();
  return (
    <>
      <label>
        <span>{words.delimiter}</span>
        <select value={delimiter} onChange={(event) => onChoose({ delimiter: event.currentTarget.value as Delimiter })}>
          {offered.map((each) => (
            <option key={each} value={each}>
              {words.delimiters[each]}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{words.decimalSign}</span>
        <select
          value={decimalSign}
          onChange={(event) => onChoose({ decimalSign: event.currentTarget.value as DecimalSign })}
        >
          {(['.', ','] as const).map((each) => (
            <option key={each} value={each}>
              {words.decimalSigns[each]}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}
