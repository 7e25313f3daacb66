// Loads the messages when there is a page to talk to: at once in a frame, otherwise with the first message. What
// arrives until they are loaded is kept and delivered then.

import type { MessageOptions } from './messages.ts';

export function answerHost(options: MessageOptions): void {
  const { page } = options;
  const early: MessageEvent[] = [];
  let isLoading = false;
  const load = async (): Promise<void> => {
    if (isLoading) return;
    isLoading = true;
    const { connectHost } = await import('./messages.ts');
    page.removeEventListener('message', keep);
    connectHost(options);
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
