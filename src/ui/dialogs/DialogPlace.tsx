// Where the open dialog stands: inside the page, whose type and colours it has. Dialogs come with the first opening.

import { lazy, Suspense, useCallback } from 'react';
import { useDialog } from './DialogContext.tsx';

const AnyDialog = lazy(async () => ({ default: (await import('./AnyDialog.tsx')).AnyDialog }));

export function DialogPlace() {
  const { open, setOpen } = useDialog();
  const close = useCallback(() => setOpen(null), [setOpen]);
  return <Suspense>{open !== null && <AnyDialog key={open} name={open} onClose={close} />}</Suspense>;
}
