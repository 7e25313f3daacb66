// The dialogs by name, and the frame they share: a native modal dialog with a title and a button to close it.

import { type ReactNode, useEffect, useId, useRef } from 'react';
import { present } from '../../training/present.ts';
import { lazyPart } from '../parts/Part.tsx';
import { useText } from '../text/TextContext.tsx';
import { AboutNumbers } from './AboutNumbers.tsx';
import type { DialogName } from './DialogContext.tsx';
import css from './dialogs.module.css';
import { Export } from './Export.tsx';
import { KeyboardKeys } from './KeyboardKeys.tsx';
import { Share } from './Share.tsx';
import { useDialogText } from './text.ts';

interface AnyDialogProps {
  readonly name: DialogName;
  onClose(): void;
}

const DataDialog = lazyPart(() => import('../data/DataDialog.tsx'), 'DataDialog');

const contents = {
  export: Export,
  share: Share,
  about: AboutNumbers,
  keyboard: KeyboardKeys,
  data: DataDialog,
} as const;

export function AnyDialog({ name, onClose }: AnyDialogProps) {
  const text = useDialogText();
  const Content = contents[name];
  return (
    <Dialog title={text[name].title} onClose={onClose}>
      <Content />
    </Dialog>
  );
}

interface DialogProps {
  readonly title: string;
  onClose(): void;
  readonly children: ReactNode;
}

function Dialog({ title, onClose, children }: DialogProps) {
  const { page } = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const element = present(dialog.current);
    if (!element.open) element.showModal();
  }, []);
  const close = (): void => dialog.current?.close();
  return (
    // Escape is the keyboard's way to do what a click beside the dialog does.
    // biome-ignore lint/a11y/useKeyWithClickEvents: a modal dialog closes on Escape by itself
    <dialog
      ref={dialog}
      className={css.dialog}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && close()}
    >
      <div className={css.sheet}>
        <header className={css.head}>
          <h2 id={titleId}>{title}</h2>
          <button type="button" onClick={close}>
            {page.close}
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
