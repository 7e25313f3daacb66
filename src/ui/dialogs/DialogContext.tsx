// Which dialog is open, and the way to open one.

import { createContext, type ReactNode, use, useMemo, useState } from 'react';

export type DialogName = 'export' | 'share' | 'about' | 'keyboard' | 'data';

interface OpenDialog {
  readonly open: DialogName | null;
  setOpen(name: DialogName | null): void;
}

const DialogContext = createContext<OpenDialog>({ open: null, setOpen: () => {} });

export const useDialog = (): OpenDialog => use(DialogContext);

/** Opens a dialog; where the focus is now it is again when the dialog closes. */
export const useOpenDialog = (): ((name: DialogName) => void) => use(DialogContext).setOpen;

export function DialogProvider({ children }: { readonly children: ReactNode }) {
  const [open, setOpen] = useState<DialogName | null>(null);
  return <DialogContext value={useMemo(() => ({ open, setOpen }), [open])}>{children}</DialogContext>;
}
