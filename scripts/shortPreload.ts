// What stands before each part that is loaded later: it is there once its style sheets are as well, which come beside it,
// not before it. Vite's own loader also knows scripts to load ahead, pages whose policy asks for a nonce, and browsers
// without either; no build here has them.

import type { Plugin } from 'vite';

const loader = `
const coming = new WeakMap();
function sheetAt(href) {
  const there = Array.from(document.querySelectorAll('link[rel="stylesheet"]')).find((link) => link.href === href);
  if (there !== undefined) return coming.get(there);
  const link = document.createElement('link');
  const loading = new Promise((resolve, reject) => {
    link.onload = resolve;
    link.onerror = () => {
      link.remove();
      reject(new Error(href + ' did not come.'));
    };
  });
  Object.assign(link, { rel: 'stylesheet', crossOrigin: '', href });
  coming.set(link, loading);
  document.head.append(link);
  return loading;
}
export const __vitePreload = (load, sheets = [], base) =>
  Promise.all([load(), ...sheets.map((sheet) => sheetAt(new URL(sheet, base).href))]).then(([part]) => part);
`;

/** A sheet that did not come is asked for again with the next part that needs it. */
export const shortPreload = (): Plugin => ({
  name: 'short-preload',
  apply: 'build',
  enforce: 'pre',
  load: (id) => (id.endsWith('vite/preload-helper.js') ? loader : null),
});
