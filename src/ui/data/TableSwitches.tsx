// The switches that correct what was understood of a table: delimiter, decimal sign, header, columns, classes.

import { delimiters } from '../../training/table/cells.ts';
import type { Roles } from '../../training/table/columns.ts';
import type { TableChoices, TableReading } from '../../training/table/readTable.ts';
import css from './data.module.css';
import { FormatSelects } from './FormatSelects.tsx';
import { useDataText } from './words.ts';

interface TableSwitchesProps {
  readonly reading: TableReading;
  onChoose(choices: TableChoices): void;
}

export function TableSwitches({ reading, onChoose }: TableSwitchesProps) {
  const words = useDataText();
  const { roles, columns } = reading;
  const numbers = columns.flatMap(({ isNumeric }, index) => (isNumeric ? [index] : []));
  const all = columns.map((_, index) => index);
  const chooseRoles = (change: Partial<Roles>): void => onChoose({ roles: exchanged(roles, { ...roles, ...change }) });
  const target = roles.target === null ? null : columns[roles.target];
  const [first = null, second = null] = roles.features;
  const withFeature = (place: 0 | 1, index: number | null): readonly number[] => {
    const features: readonly (number | null)[] = place === 0 ? [index, second] : [first, index];
    return features.filter((each) => each !== null);
  };
  return (
    <>
      <Understood reading={reading} onChoose={onChoose} />
      <div className={css.choices}>
        <ColumnSelect
          {...{ reading, label: words.features, value: first, of: numbers }}
          onChoose={(index) => chooseRoles({ features: withFeature(0, index) })}
        />
        <ColumnSelect
          {...{ reading, label: words.secondFeature, value: second, of: numbers, canBeNone: true }}
          onChoose={(index) => chooseRoles({ features: withFeature(1, index) })}
        />
        <ColumnSelect
          {...{ reading, label: words.targetColumn, value: roles.target, of: all, canBeNone: true }}
          onChoose={(index) => chooseRoles({ target: index })}
        />
        {target?.isNumeric && (target.values?.length ?? 0) >= 2 && (
          <label>
            <span>{words.targetIs}</span>
            <select
              value={reading.isClasses ? 'classes' : 'number'}
              onChange={(event) => onChoose({ isClasses: event.currentTarget.value === 'classes' })}
            >
              {(['classes', 'number'] as const).map((kind) => (
                <option key={kind} value={kind}>
                  {words.targetKinds[kind]}
                </option>
              ))}
            </select>
          </label>
        )}
        {reading.classes.length === 2 && (
          <label>
            <span>{words.one}</span>
            <select value={reading.classes[1]} onChange={(event) => onChoose({ one: event.currentTarget.value })}>
              {reading.classes.toSorted().map((each) => (
                <option key={each} value={each}>
                  {each}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
    </>
  );
}

/** A column has one part only: whoever had it before gets what is free now. */
function exchanged(before: Roles, { features, target }: Roles): Roles {
  const [first, second] = features;
  const isTwice = first === second && first !== undefined;
  const kept = isTwice ? [first] : features;
  if (target === null || !kept.includes(target)) return { features: kept, target };
  // The target was made a feature, or a feature the target.
  const wasTarget = target === before.target;
  const free = before.features.find((index) => !kept.includes(index)) ?? null;
  if (wasTarget) return { features: kept, target: free };
  const others = kept.filter((index) => index !== target);
  return { features: before.target === null ? others : [...others, before.target].slice(0, 2), target };
}

function Understood({ reading, onChoose }: TableSwitchesProps) {
  const words = useDataText();
  return (
    <div className={css.choices}>
      <FormatSelects
        offered={delimiters}
        delimiter={reading.delimiter}
        decimalSign={reading.decimalSign}
        onChoose={onChoose}
      />
      <label className={css.switch}>
        <input
          type="checkbox"
          checked={reading.hasHeader}
          onChange={(event) => onChoose({ hasHeader: event.currentTarget.checked })}
        />
        <span>{words.hasHeader}</span>
      </label>
    </div>
  );
}

interface ColumnSelectProps {
  readonly reading: TableReading;
  readonly label: string;
  readonly value: number | null;
  /** The columns to choose from. */
  readonly of: readonly number[];
  readonly canBeNone?: boolean;
  onChoose(index: number | null): void;
}

function ColumnSelect({ reading, label, value, of, canBeNone = false, onChoose }: ColumnSelectProps) {
  const words = useDataText();
  return (
    <label>
      <span>{label}</span>
      <select
        value={value ?? ''}
        onChange={({ currentTarget }) => onChoose(currentTarget.value === '' ? null : Number(currentTarget.value))}
      >
        {(canBeNone || value === null) && <option value="">{words.none}</option>}
        {of.map((index) => (
          <option key={index} value={index}>
            {reading.columns[index].name || words.columnNumber(String(index + 1))}
          </option>
        ))}
      </select>
    </label>
  );
}
