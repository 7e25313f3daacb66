// Everything that is set once in a while, folded away.

import { useId, useState } from 'react';
import { lazyPart, Part } from '../parts/Part.tsx';
import { useText } from '../text/TextContext.tsx';
import css from './Settings.module.css';

const OpenSettings = lazyPart(() => import('./OpenSettings.tsx'), 'OpenSettings');

export function Settings() {
  const { page } = useText();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" popoverTarget={id} aria-expanded={isOpen} className={css.disclosure}>
        {page.settings}
      </button>
      <section
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
