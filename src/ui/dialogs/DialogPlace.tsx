// Where the open dialog stands: inside the page, whose type and colours it has. Dialogs come with the first opening.

import { type ReactNode, useCallback, useEffect, useRef } from 'react';
import { lazyPart, Part } from '../parts/Part.tsx';
import { useText } from '../text/TextContext.tsx';
import { useDialog } from './DialogContext.tsx';

const AnyDialog = lazyPart(() => import('./AnyDialog.tsx'), 'AnyDialog');

export function DialogPlace() {
  const { open, setOpen } = useDialog();
  const close = useCallback(() => setOpen(null), [setOpen]);
  if (open === null) return null;
  return (
    <Part key={open} around={(sentence) => <PlainDialog onClose={close}>{sentence}</PlainDialog>}>
      <AnyDialog name={open} onClose={close} />
    </Part>
  );
}

interface PlainDialogProps {
  onClose(): void;
  readonly children: ReactNode;
}

/** What opens where the dialogs themselves are missing. */
function PlainDialog({ onClose, children }: PlainDialogProps) {
  const { page } = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} onClose={onClose}>
      {children}
      <button type="button" onClick={() => dialog.current?.close()}>
        {page.close}
      </button>
    </dialog>
  );
}
