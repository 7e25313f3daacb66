// A text to take along: copied by a button, and selectable where copying is not allowed.

import { useId, useRef, useState } from 'react';
import { copyText } from '../../embed/capabilities.ts';
import css from './dialogs.module.css';
import { useDialogText } from './text.ts';

interface CopyTextProps {
  readonly label: string;
  readonly text: string;
  readonly rows: number;
}

export function CopyText({ label, text, rows }: CopyTextProps) {
  const words = useDialogText();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [copied, setCopied] = useState<{ readonly text: string; readonly isCopied: boolean } | null>(null);
  const copy = async (): Promise<void> => {
    const result = await copyText(text);
    setCopied({ text, isCopied: result.ok });
    if (!result.ok) field.current?.select();
  };
  return (
    <div className={css.copy}>
      <label htmlFor={id}>{label}</label>
      <textarea
        ref={field}
        id={id}
        readOnly
        rows={rows}
        spellCheck={false}
        dir="ltr"
        value={text}
        onFocus={(event) => event.currentTarget.select()}
      />
      <button type="button" aria-label={`${words.copy}: ${label}`} onClick={() => void copy()}>
        {words.copy}
      </button>
      {/* What was said of another text no longer holds. */}
      <span role="status">{copied?.text === text && (copied.isCopied ? words.copied : words.notCopied)}</span>
    </div>
  );
}
