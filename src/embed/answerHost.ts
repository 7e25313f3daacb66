// Loads what talks to the page around this one: at once in a frame, otherwise with the first message. What arrives until
// it is loaded is kept and delivered then.

import { loadUntold } from '../lab/missing.ts';
import type { MessageOptions } from './messages.ts';

export interface AnswerOptions extends Omit<MessageOptions, 'onListener'> {
  /** The element whose height the page around this one is told; null where it wants to hear nothing of it. */
  readonly measured: Element | null;
}

export function answerHost({ measured, ...options }: AnswerOptions): void {
  const { page } = options;
  const early: MessageEvent[] = [];
  let isLoading = false;
  const load = async (): Promise<void> => {
    if (isLoading) return;
    isLoading = true;
    const [{ connectHost }, { tellHeight }] = await loadUntold(() =>
      Promise.all([import('./messages.ts'), import('./height.ts')]),
    );
    page.removeEventListener('message', keep);
    const height = measured === null ? null : tellHeight({ page, root: measured });
    connectHost({ ...options, onListener: () => height?.tellAgain() });
    for (const { data, origin, source } of early)
      page.dispatchEvent(new MessageEvent('message', { data, origin, source }));
  };
  const keep = (event: MessageEvent): void => {
    early.push(event);
    void load();
  };
  page.addEventListener('message', keep);
  if (page.parent !== page) void load();
}
