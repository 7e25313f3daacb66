// Everything that is set once in a while, folded away.

import { type RefObject, useId, useState } from 'react';
import { lazyPart, Part } from '../parts/Part.tsx';
import { useText } from '../text/TextContext.tsx';
import css from './Settings.module.css';

const OpenSettings = lazyPart(() => import('./OpenSettings.tsx'), 'OpenSettings');

interface SettingsProps {
  readonly sheet: RefObject<HTMLElement | null>;
  /** Whether the button stands here; the menu may have it instead. */
  readonly hasButton: boolean;
}

export function Settings({ sheet, hasButton }: SettingsProps) {
  const { page } = useText();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      {hasButton && (
        <button type="button" popoverTarget={id} aria-expanded={isOpen} className={css.disclosure}>
          {page.settings}
        </button>
      )}
      <section
        ref={sheet}
        id={id}
        popover="auto"
        aria-label={page.settings}
        className={css.settings}
        onToggle={(event) => setOpen(event.newState === 'open')}
      >
        {isOpen && (
          <Part>
            <OpenSettings id={id} />
          </Part>
        )}
      </section>
    </>
  );
}
