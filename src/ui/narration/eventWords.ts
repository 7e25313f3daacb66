// The words of what is worth a sentence of its own in a run.

import type { events as english } from '../text/en/events.ts';
import { lazyWords } from '../text/lazyWords.ts';

export type EventText = typeof english;

export const useEventText = lazyWords<'events', EventText>('events', {
  en: () => import('../text/en/events.ts'),
  de: () => import('../text/de/events.ts'),
});
