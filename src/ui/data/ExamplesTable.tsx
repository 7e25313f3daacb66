// Examples in numbers, a few at a time around the one that is chosen: to be typed, given another class, or deleted.

import { type ReactNode, useState } from 'react';
import { classCount, edit, without, withRow } from '../../lab/own/editData.ts';
import type { NumberField } from '../../training/field.ts';
import { className, columnNames, largestOwnNumber, type OwnData } from '../../training/ownData/ownData.ts';
import { resolveProblem } from '../../training/run/configuration.ts';
import { kindOf } from '../../training/theory/ownRun.ts';
import { NumberInput } from '../controls/NumberInput.tsx';
import { useLab, useLabState } from '../LabContext.tsx';
import { useFormats } from '../text/TextContext.tsx';
import css from './data.module.css';
import { useDataText } from './words.ts';

const rowsAtOnce = 8;

export function ExamplesTable({ data }: { readonly data: OwnData }) {
  const lab = useLab();
  const words = useDataText();
  const format = useFormats();
  const chosenRow = useLabState((state) => state.chosenRow);
  const config = useLabState((state) => state.config);
  const { hasTarget } = kindOf(resolveProblem(config).problem);
  const [turned, setTurned] = useState({ page: 0, chosenRow });
  const last = Math.max(0, Math.ceil(data.y.length / rowsAtOnce) - 1);
  // The one that is chosen comes into sight; from there one can turn the pages.
  const isFollowed = chosenRow !== null && chosenRow !== turned.chosenRow;
  const page = Math.min(last, isFollowed ? Math.floor(chosenRow / rowsAtOnce) : turned.page);
  const turn = (by: 1 | -1): void => setTurned({ page: page + by, chosenRow });
  const [from, to] = [page * rowsAtOnce, Math.min(data.y.length, (page + 1) * rowsAtOnce)];
  const [x1, x2, y] = columnNames(data);
  const names = [...[x1, x2].slice(0, data.x[0].length), ...(hasTarget ? [y] : [])];
  const choose = (row: number): void => {
    setTurned({ page, chosenRow: row });
    lab.store.setState({ chosenRow: row });
  };
  return (
    <div className={css.columns}>
      <div className={css.scroller}>
        <table className={css.table}>
          <caption>
            {words.shownRows({ from: format.count(from + 1), to: format.count(to), of: format.count(data.y.length) })}
          </caption>
          <thead>
            <tr>
              <th scope="col">{words.row}</th>
              {names.map((name, place) => (
                <th key={place} scope="col">
                  <bdi>{name}</bdi>
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: to - from }, (_, index) => from + index).map((row) => (
              <ExampleRow
                key={row}
                data={data}
                row={row}
                names={names}
                onChoose={choose}
                isChosen={row === chosenRow}
              />
            ))}
          </tbody>
        </table>
      </div>
      <div className={css.buttons}>
        <button type="button" disabled={page === 0} onClick={() => turn(-1)} aria-label={words.before}>
          ←
        </button>
        <button type="button" disabled={page === last} onClick={() => turn(1)} aria-label={words.after}>
          →
        </button>
      </div>
    </div>
  );
}

interface ExampleRowProps {
  readonly data: OwnData;
  readonly row: number;
  readonly names: readonly string[];
  readonly isChosen: boolean;
  onChoose(row: number): void;
}

function ExampleRow({ data, row, names, isChosen, onChoose }: ExampleRowProps) {
  const lab = useLab();
  const words = useDataText();
  const format = useFormats();
  const config = useLabState((state) => state.config);
  const classes = classCount(config);
  const [x, y] = [data.x[row], data.y[row]];
  const spoken = format.count(row + 1);
  const remove = (): void => {
    if (edit(lab, without(data, row))) lab.store.setState({ chosenRow: null });
  };
  const cell = (place: number): ReactNode => {
    const label = words.cell({ column: names[place], row: spoken });
    const isTarget = place === x.length;
    if (isTarget && classes > 0)
      return (
        <select
          aria-label={label}
          value={y}
          onChange={(event) => edit(lab, withRow(data, row, x, Number(event.currentTarget.value)))}
        >
          {Array.from({ length: classes }, (_, each) => (
            <option key={each} value={each}>
              {className(data, each)}
            </option>
          ))}
        </select>
      );
    return (
      <NumberInput
        field={{ ...numberField, label }}
        value={isTarget ? y : x[place]}
        digits={3}
        onCommit={(value) =>
          edit(lab, isTarget ? withRow(data, row, x, value) : withRow(data, row, x.with(place, value), y))
        }
      />
    );
  };
  return (
    <tr data-chosen={isChosen || undefined}>
      <th scope="row">
        <button type="button" aria-pressed={isChosen} aria-label={words.chosen(spoken)} onClick={() => onChoose(row)}>
          {spoken}
        </button>
      </th>
      {names.map((_, place) => (
        <td key={place}>{cell(place)}</td>
      ))}
      <td>
        <button type="button" aria-label={words.remove(spoken)} onClick={remove}>
          ×
        </button>
      </td>
    </tr>
  );
}

const numberField: NumberField = {
  ...{ kind: 'number', name: 'value', label: '', default: 0 },
  ...{ min: -largestOwnNumber, max: largestOwnNumber },
};
