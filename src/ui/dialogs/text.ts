// The words of the dialogs, which come with the dialogs themselves.

import type { dialogs as english } from '../text/en/dialogs.ts';
import { lazyWords } from '../text/lazyWords.ts';

export type DialogText = typeof english;

export const useDialogText = lazyWords<'dialogs', DialogText>('dialogs', {
  en: () => import('../text/en/dialogs.ts'),
  de: () => import('../text/de/dialogs.ts'),
});
