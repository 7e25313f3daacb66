// A field to type a number, in the signs of any language; the arrow keys step it.

import { fieldProblem, type NumberField } from '../../training/field.ts';
import { useRunText } from '../text/runText.ts';
import { useFormats, useNotice } from '../text/TextContext.tsx';
import { type Typed, TypedInput } from './TypedInput.tsx';

interface NumberInputProps {
  /** The numbers that can stand, and what a refusal calls them. */
  readonly field: NumberField;
  /** The accessible name; the field's own when absent. */
  readonly label?: string;
  readonly value: number;
  /** What an arrow key adds. */
  readonly step?: number;
  /** How many digits are shown, where there is no room for all. What is not typed over keeps the others. */
  readonly digits?: number;
  /** The sentence that refuses a number for a reason beyond the field's range, or null when it can stand. */
  check?(value: number): string | null;
  onCommit(value: number): void;
}

export function NumberInput({ field, label = field.label, value, step = 1, digits, ...means }: NumberInputProps) {
  const { check, onCommit } = means;
  const format = useFormats();
  const typedNumber = useTypedNumber();
  const notice = useNotice();
  const checked = (typed: Typed<number>): Typed<number> => {
    if ('problem' in typed) return typed;
    const english = fieldProblem(field, typed.value);
    const problem = english === null ? (check?.(typed.value) ?? null) : notice(english);
    return problem === null ? typed : { problem };
  };
  const stepFrom = (text: string, direction: 1 | -1): Typed<number> => {
    const typed = typedNumber(text, field.integer);
    const from = 'value' in typed ? typed.value : value;
    const sum = from + direction * step;
    // A sum of decimals has no more digits than they have.
    return checked({ value: field.integer ? sum : Number(sum.toPrecision(12)) });
  };
  return (
    <TypedInput
      label={label}
      written={format.exact(digits === undefined ? value : Number(value.toPrecision(digits)))}
      inputMode={field.integer ? 'numeric' : 'decimal'}
      now={value}
      read={(text) => checked(typedNumber(text, field.integer))}
      step={stepFrom}
      onCommit={(typed) => typed !== value && onCommit(typed)}
    />
  );
}

/** Reads a number, or says in the reader's language why it cannot be read. */
export function useTypedNumber(): (text: string, isWhole?: boolean) => Typed<number> {
  const format = useFormats();
  const run = useRunText();
  return (text, isWhole) => {
    const reading = format.read(text, isWhole);
    switch (reading.kind) {
      case 'number':
        return { value: reading.value };
      case 'ambiguous':
        return { problem: run.eitherNumber(format.exact(reading.grouped), format.exact(reading.decimal)) };
      case 'beyond':
        return { problem: run.beyondNumbers };
      case 'unreadable':
        return { problem: run.notANumber };
    }
  };
}
