// The address under which others find the page.

/** Stands in for the address of a page that has none of its own, as in `srcdoc`. */
const placeholder = 'https://your.server/minibatch-lab/';

/** The page's address without query and hash, and whether it is one that others can open. */
export function pageAddress(href: string): { readonly page: string; readonly isReal: boolean } {
  const page = href.replace(/[?#].*$/s, '');
  const isReal = /^(https?|file):/.test(page);
  return { page: isReal ? page : placeholder, isReal };
}
