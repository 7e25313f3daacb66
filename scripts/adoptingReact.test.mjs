// React DOM asks for what stands on the page, and another version of it does not build.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';
import { expect, test } from 'vitest';
import { adoptingReact } from './adoptingReact.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const client = readFileSync(join(root, 'node_modules/react-dom/cjs/react-dom-client.production.js'), 'utf8');

test('it is a script still, and asks in every place', () => {
  const adopting = adoptingReact(client);
  expect(parseSync('react-dom.cjs', adopting, { sourceType: 'script' }).errors).toEqual([]);
  for (const asked of ['text', 'find', 'fit', 'put', 'begin', 'commit'])
    expect(adopting).toContain(`globalThis.adoption.${asked}(`);
  expect(adopting).toContain('globalThis.adoption || (root.textContent = "")');
});

test.each([
  ['createTextNode', 'a text made'],
  ['resetWorkInProgressStack', 'a rendering begun'],
  ['pendingFinishedWork', 'a rendering shown'],
])('another version with another %s is refused', (name, place) => {
  expect(() => adoptingReact(client.replaceAll(name, 'other'))).toThrow(`React DOM has not one place of ${place}`);
});
