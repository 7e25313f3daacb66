// A field to type a number. A value that cannot stand is answered with a sentence, and the last good one is kept.

import { type ChangeEvent, type KeyboardEvent, useId, useState } from 'react';
import { useText } from '../text/TextContext.tsx';
import css from './controls.module.css';

interface NumberInputProps {
  /** The accessible name. */
  readonly label: string;
  readonly value: number;
  /** What an arrow key adds. */
  readonly step?: number;
  /** The sentence that refuses a number, or null when it can stand. */
  check(value: number): string | null;
  /** Good values are taken with every key, not only when the field is left or at Enter. */
  readonly isLive?: boolean;
  onCommit(value: number): void;
}

export function NumberInput({ label, value, step = 1, isLive, check, onCommit }: NumberInputProps) {
  const { page } = useText();
  const [draft, setDraft] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const refusalId = useId();
  const commit = (input: HTMLInputElement): void => {
    const typed = input.valueAsNumber;
    const problem = Number.isNaN(typed) ? page.notANumber : check(typed);
    setRefusal(problem === null ? null : `${problem} ${page.itStays(String(value))}`);
    setDraft(problem === null ? null : input.value);
    if (problem === null && typed !== value) onCommit(typed);
  };
  const change = (event: ChangeEvent<HTMLInputElement>): void => {
    if (isTyping(event.nativeEvent)) {
      const typed = event.currentTarget.valueAsNumber;
      setDraft(event.currentTarget.value);
      setRefusal(null);
      if (isLive && !Number.isNaN(typed) && typed !== value && check(typed) === null) onCommit(typed);
    } else commit(event.currentTarget);
  };
  const blur = (input: HTMLInputElement): void => {
    if (draft !== null) commit(input);
    setDraft(null);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Enter') commit(event.currentTarget);
    if (event.key === 'Escape' && draft !== null) {
      event.preventDefault();
      setDraft(null);
      setRefusal(null);
    }
  };
  return (
    <span className={css.numberInput}>
      <input
        type="number"
        inputMode="decimal"
        aria-label={label}
        aria-invalid={refusal !== null}
        aria-describedby={refusal === null ? undefined : refusalId}
        step={step}
        value={draft ?? String(value)}
        onChange={change}
        onBlur={(event) => blur(event.currentTarget)}
        onKeyDown={press}
      />
      {refusal !== null && (
        <span className={css.refusal} id={refusalId} role="alert">
          {refusal}
        </span>
      )}
    </span>
  );
}

/** Whether a change is one keystroke of several, not a whole new value from an arrow key, the wheel, or a paste. */
function isTyping(event: Event): boolean {
  const { inputType } = event as InputEvent;
  return inputType !== undefined && /^(insertText|insertComposition|delete)/.test(inputType);
}
