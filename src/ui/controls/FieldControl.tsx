// The control of any declared field: a slider with a number beside it, a switch, a choice, or a list of numbers.

import { useId, useState } from 'react';
import {
  type ChoiceField,
  type Field,
  type FieldValue,
  fieldProblem,
  type ListField,
  type NumberField,
  type SetField,
  type SwitchField,
} from '../../training/field.ts';
import { Control } from '../host/Control.tsx';
import { listWords } from '../text/numberText.ts';
import { useRunText } from '../text/runText.ts';
import { useFormats, useNotice, useRegistryText } from '../text/TextContext.tsx';
import css from './controls.module.css';
import { fieldScale } from './fieldScale.ts';
import { NumberInput, useTypedNumber } from './NumberInput.tsx';
import { type Typed, TypedInput } from './TypedInput.tsx';

interface FieldControlProps<AnyField, Value> {
  readonly field: AnyField;
  readonly value: Value;
  /** The English sentence that refuses a value for a reason beyond the field's own range, or null. */
  readonly check?: ((value: FieldValue) => string | null) | undefined;
  /** Leaves out the explanation that a label has in parentheses. */
  readonly isBrief?: boolean | undefined;
  onCommit(value: FieldValue): void;
}

export function FieldControl({ check, ...rest }: FieldControlProps<Field, FieldValue>) {
  const notice = useNotice();
  const checkAloud = (value: FieldValue): string | null => {
    const english = check?.(value) ?? null;
    return english === null ? null : notice(english);
  };
  return (
    <Control name={rest.field.name}>
      <AnyControl check={checkAloud} {...rest} />
    </Control>
  );
}

function AnyControl({ field, value, ...rest }: FieldControlProps<Field, FieldValue>) {
  switch (field.kind) {
    case 'number':
      return <NumberControl field={field} value={value as number} {...rest} />;
    case 'switch':
      return <SwitchControl field={field} value={value as boolean} {...rest} />;
    case 'choice':
      return <ChoiceControl field={field} value={value as string} {...rest} />;
    case 'list':
      return <ListControl field={field} value={value as readonly number[]} {...rest} />;
    case 'set':
      return <SetControl field={field} value={value as readonly string[]} {...rest} />;
  }
}

function NumberControl({ field, value, check, isBrief, onCommit }: FieldControlProps<NumberField, number>) {
  const registryText = useRegistryText();
  const run = useRunText();
  const format = useFormats();
  const scale = fieldScale(field);
  const label = registryText(field.label);
  const { name, note } = labelParts(label);
  const slide = (place: number): void => {
    const next = scale.toValue(place);
    if (next !== value && fieldProblem(field, next) === null && (check?.(next) ?? null) === null) onCommit(next);
  };
  return (
    <div className={css.field}>
      <span className={css.fieldLabel}>{name}</span>
      <input
        className={css.range}
        type="range"
        min={scale.min}
        max={scale.max}
        step={scale.step}
        value={scale.toPlace(value)}
        aria-label={label}
        aria-valuetext={field.integer ? format.count(value) : format.number(value)}
        onChange={(event) => slide(event.currentTarget.valueAsNumber)}
      />
      <NumberInput
        field={field}
        label={run.typed(label)}
        value={value}
        step={field.integer || field.logarithmic ? 1 : scale.step}
        {...(check && { check })}
        onCommit={onCommit}
      />
      {note !== '' && !isBrief && <span className={css.fieldNote}>{note}</span>}
    </div>
  );
}

function SetControl({ field, value, check, onCommit }: FieldControlProps<SetField, readonly string[]>) {
  const registryText = useRegistryText();
  const notice = useNotice();
  const [refusal, setRefusal] = useState<string | null>(null);
  const toggle = (name: string): void => {
    const next = field.choices
      .map((choice) => choice.value)
      .filter((other) => (other === name) !== value.includes(other));
    const own = fieldProblem(field, next);
    const problem = own === null ? (check?.(next) ?? null) : notice(own);
    setRefusal(problem);
    if (problem === null) onCommit(next);
  };
  return (
    <fieldset className={css.set}>
      <legend className={css.fieldLabel}>{registryText(field.label)}</legend>
      <span className={css.setItems}>
        {field.choices.map((choice) => (
          <label key={choice.value} className={css.check}>
            <input type="checkbox" checked={value.includes(choice.value)} onChange={() => toggle(choice.value)} />
            {registryText(choice.label)}
          </label>
        ))}
      </span>
      {refusal !== null && (
        <span className={css.fieldRefusal} role="alert">
          {refusal}
        </span>
      )}
    </fieldset>
  );
}

/** A label's name and the explanation in its parentheses. */
function labelParts(label: string): { readonly name: string; readonly note: string } {
  const [name, note = ''] = label.split(/ \((.*)\)$/);
  return { name: name, note };
}

function SwitchControl({ field, value, check, onCommit }: FieldControlProps<SwitchField, boolean>) {
  const registryText = useRegistryText();
  const [refusal, setRefusal] = useState<string | null>(null);
  const commit = (next: boolean): void => {
    const problem = check?.(next) ?? null;
    setRefusal(problem);
    if (problem === null) onCommit(next);
  };
  return (
    <div className={css.field}>
      <label className={css.check}>
        <input type="checkbox" checked={value} onChange={(event) => commit(event.currentTarget.checked)} />
        {registryText(field.label)}
      </label>
      {refusal !== null && (
        <span className={css.fieldRefusal} role="alert">
          {refusal}
        </span>
      )}
    </div>
  );
}

function ChoiceControl({ field, value, onCommit }: FieldControlProps<ChoiceField, string>) {
  const registryText = useRegistryText();
  const id = useId();
  return (
    <div className={css.choice}>
      <label className={css.fieldLabel} htmlFor={id}>
        {registryText(field.label)}
      </label>
      <select
        id={id}
        className={css.fieldChoice}
        value={value}
        onChange={(event) => onCommit(event.currentTarget.value)}
      >
        {field.choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {registryText(choice.label)}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Whole numbers typed with commas, semicolons, or blanks between them. */
function ListControl({ field, value, check, onCommit }: FieldControlProps<ListField, readonly number[]>) {
  const run = useRunText();
  const label = useRegistryText()(field.label);
  const format = useFormats();
  const notice = useNotice();
  const typedNumber = useTypedNumber();
  const id = useId();
  const write = (list: readonly number[]): string => list.map(format.exact).join(', ');
  const written = write(value);
  const read = (text: string): Typed<readonly number[]> => {
    const list: number[] = [];
    for (const word of listWords(text)) {
      const typed = typedNumber(word, true);
      if ('problem' in typed) return { problem: run.notAList };
      list.push(typed.value);
    }
    const english = fieldProblem(field, list);
    const problem = english === null ? (check?.(list) ?? null) : notice(english);
    return problem === null ? { value: list } : { problem };
  };
  return (
    <div className={css.field}>
      <label className={css.fieldLabel} htmlFor={id}>
        {label}
      </label>
      <TypedInput
        id={id}
        label={label}
        written={written}
        inputMode="numeric"
        isWide
        read={read}
        onCommit={(list) => write(list) !== written && onCommit(list)}
      />
    </div>
  );
}
