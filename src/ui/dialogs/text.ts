// The words of the dialogs, which come with the dialogs themselves.

import type { dialogs as english } from '../text/en/dialogs.ts';
import { lazyWords } from '../text/lazyWords.ts';

export type DialogText = typeof english;

export const useDialogText = lazyWords<DialogText>({
  en: async () => (await import('../text/en/dialogs.ts')).dialogs,
  de: async () => (await import('../text/de/dialogs.ts')).dialogs,
});
