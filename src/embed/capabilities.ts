// What a browser may withhold from a page that stands in another one, from a file, or under a policy: storage, the
// clipboard, downloads, print, and the address. Each is used through here; the answer is a result, and nothing throws.

export type Result<Value = void> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly reason: string };

/** Before every key, since a learning system may keep its own things under the same origin. */
const keyPrefix = 'minibatch-lab.';

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message || error.name : 'not available');

function attempt<Value>(use: () => Value): Result<Value> {
  try {
    return { ok: true, value: use() };
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  }
}

/** What was kept under `key`, or null when nothing was. */
export const readKept = (key: string): Result<string | null> => attempt(() => localStorage.getItem(keyPrefix + key));

/** Keeps `text` for the next visit. */
export const keep = (key: string, text: string): Result => attempt(() => localStorage.setItem(keyPrefix + key, text));

/** Puts `text` on the clipboard, by the old way where the new one is refused. Call it from a click or a key. */
export async function copyText(text: string): Promise<Result> {
  try {
    await navigator.clipboard.writeText(text);
    return { ok: true, value: undefined };
  } catch {
    return attempt(() => copyBySelection(text));
  }
}

function copyBySelection(text: string): void {
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  field.style.position = 'fixed';
  field.style.opacity = '0';
  const focused = document.activeElement;
  // Inside an open dialog nothing outside of it can be selected.
  (document.querySelector('dialog[open]') ?? document.body).append(field);
  try {
    field.select();
    if (!document.execCommand('copy')) throw new Error('Copying is not allowed here.');
  } finally {
    field.remove();
    if (focused instanceof HTMLElement) focused.focus();
  }
}

/**
 * Offers `content` as a file. A sandboxed frame may do nothing without a word, so always offer the content itself too:
 * `value` says whether the file can be counted on.
 */
export function download(name: string, content: Blob): Result<'expected' | 'uncertain'> {
  return attempt(() => {
    const address = URL.createObjectURL(content);
    const link = document.createElement('a');
    link.href = address;
    link.download = name.replace(/[^\w.-]+/g, '-');
    link.click();
    // Some browsers read the address only after the click has been handled.
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
    return self.origin === 'null' ? 'uncertain' : 'expected';
  });
}

export const print = (): Result => attempt(() => window.print());

/** Puts `hash` into the address without adding history. A frame made by `srcdoc` refuses. */
export const replaceHash = (hash: string): Result => attempt(() => history.replaceState(history.state, '', hash));
