// embed.js: gives a page <minibatch-lab>. Loaded by <script src="embed.js">, by <script type="module" src="embed.js">, or
// by import('.../embed.js'); the lab lies beside it.

import { defineElement } from './labElement.ts';

const given = (globalThis.document?.currentScript as HTMLScriptElement | null | undefined)?.src ?? '';

// Only a module knows its own address, and this file must be a script too: so another one says where they lie.
const learnHome = (): Promise<{ readonly base: string } | null> =>
  import('./embed-home.js').then(
    ({ home }) => ({ base: home }),
    () => null,
  );

defineElement(async () => (given === '' ? learnHome() : { base: given }));
