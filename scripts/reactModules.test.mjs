// React's files are modules in the built page, and export what they exported before.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { asModule, passedOn } from './reactModules.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const read = (file) => readFileSync(join(root, 'node_modules', file), 'utf8');

test.each([
  ['react/index.js', './cjs/react.production.js'],
  ['react/jsx-runtime.js', './cjs/react-jsx-runtime.production.js'],
  ['react-dom/index.js', './cjs/react-dom.production.js'],
  ['react-dom/client.js', './cjs/react-dom-client.production.js'],
  ['scheduler/index.js', './cjs/scheduler.production.js'],
])('%s passes on the file that it would choose', (file, chosen) => {
  expect(read(file)).toContain(`module.exports = require('${chosen}')`);
  expect(passedOn(`/node_modules/${file}`)).toContain(`export * from "${chosen}"`);
});

test('any other file passes on nothing', () => {
  expect(passedOn('/node_modules/react/cjs/react.production.js')).toBeNull();
  expect(passedOn('/src/react/ButtonGroup/index.ts')).toBeNull();
});

test('a module exports what the file did, and imports what the file required', async () => {
  const code = asModule('var path = require("node:path");\nexports.join = path.join;', 'some.js', ['join']);
  const all = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  expect(all.join('a', 'b')).toBe(join('a', 'b'));
  expect(Object.keys(all)).toEqual(['join']);
});

test('the two names by which elements are made are one function in React as well', async () => {
  const file = 'react-jsx-runtime.production.js';
  const code = asModule(read(`react/cjs/${file}`), file);
  const all = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  expect(Object.keys(all)).toEqual(['Fragment', 'jsx', 'jsxs']);
  expect(all.jsxs).toBe(all.jsx);
});
