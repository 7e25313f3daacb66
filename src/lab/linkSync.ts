// Keeps the page's hash and the lab in step: read at load and on `hashchange`, written a moment after a change,
// without adding history.

import type { Lab } from './lab.ts';
import { formatLink, parseLink } from './url.ts';

/** Time between a change and its link, in milliseconds: browsers limit how often the address may change. */
const writeDelay = 250;

/** Starts both directions. Returns a function that ends them. */
export function syncLink(lab: Lab, page: Window): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let written = page.location.hash;
  const write = (): void => {
    const link = formatLink(lab.store.getState());
    if (link === written) return;
    written = link;
    try {
      page.history.replaceState(null, '', link);
    } catch {
      // A sandboxed frame may refuse; the link can still be copied from the page.
    }
  };
  const unsubscribe = lab.store.subscribe((state, before) => {
    if (state.config === before.config && state.hyperparameters === before.hyperparameters) return;
    clearTimeout(timer);
    timer = setTimeout(write, writeDelay);
  });
  const read = (): void => {
    if (page.location.hash === written) return;
    written = page.location.hash;
    const { config, hyperparameters, refused } = parseLink(written);
    lab.load({ config, hyperparameters });
    lab.notify(refused);
  };
  page.addEventListener('hashchange', read);
  return () => {
    clearTimeout(timer);
    unsubscribe();
    page.removeEventListener('hashchange', read);
  };
}
