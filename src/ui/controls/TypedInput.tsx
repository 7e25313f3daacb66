// A field to type a value. What is typed is taken when the field is left or at Enter; what cannot stand is answered
// with a sentence beside the field, and the value in force stays. Escape brings it back.

import { type ChangeEvent, type KeyboardEvent, useId, useState } from 'react';
import { isModified } from '../../embed/keyUse.ts';
import { spokenNumber } from '../spokenNumber.ts';
import { useRunText } from '../text/runText.ts';
import css from './controls.module.css';

/** What a text says, or the sentence that refuses it. */
export type Typed<Value> = { readonly value: Value } | { readonly problem: string };

interface TypedInputProps<Value> {
  /** For a label that stands outside. */
  readonly id?: string;
  /** The accessible name. */
  readonly label: string;
  /** The value in force, as the page writes it. */
  readonly written: string;
  readonly inputMode: 'decimal' | 'numeric';
  /** Where the field stands in a grid of fields, its sentence below it. */
  readonly isWide?: boolean;
  /** The number in force, of a field that the arrow keys step. */
  readonly now?: number;
  read(text: string): Typed<Value>;
  /** The next value up or down from what stands in the field. */
  step?(text: string, direction: 1 | -1): Typed<Value>;
  onCommit(value: Value): void;
}

interface Refusal {
  readonly sentence: string;
  /** What stood in force then: once that is another value, the sentence has nothing left to say. */
  readonly written: string;
}

export function TypedInput<Value>({ id, label, written, inputMode, isWide, now, ...means }: TypedInputProps<Value>) {
  const { draft, refusal, change, blur, press } = useDraft({ written, ...means });
  const refusalId = useId();
  const field = (
    <input
      id={id}
      className={isWide ? css.fieldChoice : undefined}
      inputMode={inputMode}
      // A number reads from left to right on any page.
      dir="ltr"
      autoComplete="off"
      spellCheck={false}
      {...(now !== undefined && spoken(now, written))}
      aria-label={label}
      aria-invalid={refusal !== null}
      aria-describedby={refusal === null ? undefined : refusalId}
      value={draft ?? written}
      onChange={change}
      onBlur={blur}
      onKeyDown={press}
    />
  );
  const sentence = refusal !== null && (
    <span className={isWide ? css.fieldRefusal : css.refusal} id={refusalId} role="alert">
      {refusal}
    </span>
  );
  return isWide ? (
    <>
      {field}
      {sentence}
    </>
  ) : (
    <span className={css.numberInput}>
      {field}
      {sentence}
    </span>
  );
}

/** What a field that the arrow keys step says of its number. */
const spoken = (now: number, written: string): Readonly<Record<string, string>> => ({
  role: 'spinbutton',
  'aria-valuenow': spokenNumber(now),
  'aria-valuetext': written,
});

type Means<Value> = Pick<TypedInputProps<Value>, 'written' | 'read' | 'step' | 'onCommit'>;

/** What stands in the field while it is typed over, and why it was refused. */
function useDraft<Value>({ written, read, step, onCommit }: Means<Value>) {
  const run = useRunText();
  const [draft, setDraft] = useState<string | null>(null);
  const [refused, setRefused] = useState<Refusal | null>(null);
  /** Whether the value was taken. */
  const take = (typed: Typed<Value>): boolean => {
    const isGood = 'value' in typed;
    setRefused(isGood ? null : { sentence: `${typed.problem} ${run.itStays(written)}`, written });
    if (isGood) onCommit(typed.value);
    return isGood;
  };
  const restore = (): void => {
    setDraft(null);
    setRefused(null);
  };
  const commit = (text: string): void => {
    if (text === written || take(read(text))) restore();
    else setDraft(text);
  };
  const change = ({ currentTarget: { value }, nativeEvent }: ChangeEvent<HTMLInputElement>): void => {
    if (isTyping(nativeEvent)) {
      setDraft(value);
      setRefused(null);
    } else commit(value);
  };
  const blur = (): void => {
    if (draft !== null) commit(draft);
    setDraft(null);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>): void => {
    const { key, nativeEvent, currentTarget } = event;
    if (nativeEvent.isComposing || isModified(event)) return;
    const direction = key === 'ArrowUp' ? 1 : key === 'ArrowDown' ? -1 : null;
    if (key === 'Enter' && draft !== null) commit(draft);
    else if (key === 'Escape' && (draft !== null || refused !== null)) {
      event.preventDefault();
      restore();
    } else if (direction !== null && step !== undefined) {
      event.preventDefault();
      take(step(currentTarget.value, direction));
      setDraft(null);
    }
  };
  const refusal = refused?.written === written ? refused.sentence : null;
  return { draft, refusal, change, blur, press };
}

/** Whether a change is one keystroke of several, not a whole new value that was pasted or dropped. */
function isTyping(event: Event): boolean {
  const { inputType } = event as InputEvent;
  return inputType !== undefined && /^(insertText|insertComposition|delete|history)/.test(inputType);
}
