// The words of the settings, which come with them.

import type { settings as english } from '../text/en/settings.ts';
import { lazyWords } from '../text/lazyWords.ts';

export const useSettingsText = lazyWords<'settings', typeof english>('settings', {
  en: () => import('../text/en/settings.ts'),
  de: () => import('../text/de/settings.ts'),
});
