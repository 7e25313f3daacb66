// The README lists every name that a host page can use, and no other.

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { panels } from '../ui/panels/panelList.ts';
import { hideableNames, lockableNames, plotIds, viewIds } from './names.ts';
import { viewName } from './viewName.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

/** The names in code type between two pieces of the text. */
function namesBetween(from: string, to: string): string[] {
  const part = readme.slice(readme.indexOf(from), readme.indexOf(to, readme.indexOf(from)));
  return [...part.matchAll(/`(\w+)`/g)].map(([, name]) => name);
}

it('the README lists what can be hidden', () => {
  const views = [...plotIds, ...viewIds].map(viewName);
  expect(panels.map(({ id }) => id)).toEqual(viewIds);
  expect(namesBetween('The names that can be hidden', 'Those that can be locked')).toEqual([
    ...hideableNames,
    ...views,
  ]);
});

it('the README lists what can be locked', () => {
  expect(namesBetween('Those that can be locked', 'Both take')).toEqual([...lockableNames]);
});
