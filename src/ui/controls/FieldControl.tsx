// The control of any declared field: a slider with a number beside it, a switch, a choice, or a list of numbers.

import { useId, useState } from 'react';
import {
  type ChoiceField,
  type Field,
  type FieldValue,
  fieldProblem,
  type ListField,
  type NumberField,
  type SwitchField,
} from '../../training/field.ts';
import { Control } from '../host/Control.tsx';
import { useFormats, useNotice, useRegistryText, useText } from '../text/TextContext.tsx';
import css from './controls.module.css';
import { NumberInput } from './NumberInput.tsx';
import { fieldScale } from './scales.ts';
import { useRefusal } from './useRefusal.ts';

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
  }
}

function NumberControl({ field, value, check, isBrief, onCommit }: FieldControlProps<NumberField, number>) {
  const registryText = useRegistryText();
  const refusal = useRefusal();
  const { page } = useText();
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
        label={page.typed(label)}
        value={value}
        step={field.integer || field.logarithmic ? 1 : scale.step}
        check={(typed) => refusal(field, typed) ?? check?.(typed) ?? null}
        onCommit={onCommit}
      />
      {note !== '' && !isBrief && <span className={css.fieldNote}>{note}</span>}
    </div>
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
    <div className={css.field}>
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

/** Whole numbers typed with commas between them, taken when the field is left or at Enter. */
function ListControl({ field, value, check, onCommit }: FieldControlProps<ListField, readonly number[]>) {
  const { page } = useText();
  const registryText = useRegistryText();
  const refusalOf = useRefusal();
  const [draft, setDraft] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const id = useId();
  const written = value.join(', ');
  const commit = (): void => {
    if (draft === null) return;
    const list = parseList(draft);
    const problem = list === null ? page.notAList : (refusalOf(field, list) ?? check?.(list) ?? null);
    setDraft(null);
    setRefusal(problem === null ? null : `${problem} ${page.itStays(written)}`);
    if (problem === null) onCommit(list!);
  };
  return (
    <div className={css.field}>
      <label className={css.fieldLabel} htmlFor={id}>
        {registryText(field.label)}
      </label>
      <input
        id={id}
        className={css.fieldChoice}
        inputMode="numeric"
        aria-invalid={refusal !== null}
        value={draft ?? written}
        onChange={(event) => {
          setDraft(event.currentTarget.value);
          setRefusal(null);
        }}
        onBlur={commit}
        onKeyDown={(event) => event.key === 'Enter' && commit()}
      />
      {refusal !== null && (
        <span className={css.fieldRefusal} role="alert">
          {refusal}
        </span>
      )}
    </div>
  );
}

function parseList(text: string): readonly number[] | null {
  const words = text.split(/[\s,;]+/).filter((word) => word !== '');
  return words.every((word) => /^\d{1,9}$/.test(word)) ? words.map(Number) : null;
}
