// The element for host pages is a script of its own, which nothing here is built into: its lists are compared with ours.

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { settingNames } from '../lab/settings.ts';
import { besideNames } from '../lab/url.ts';

const script = readFileSync(new URL('../../public/embed.js', import.meta.url), 'utf8');
const listOf = (name: string): readonly string[] =>
  new RegExp(`const ${name} =\\s*'([^']*)'`).exec(script)?.[1].split(' ') ?? [];

it('embed.js has a property for every setting of a run', () => {
  expect([...listOf('ofRun')].sort()).toEqual([...settingNames].sort());
});

it('embed.js has a property for whatever else a link says', () => {
  expect([...listOf('ofLink')].sort()).toEqual([...besideNames, 'lesson', 'phase', 'start', 'step'].sort());
});

it('no method of the element has the name of a setting', () => {
  const methods = [...script.matchAll(/^ {4}(\w+): \(.*=> \['/gm)].map(([, name]) => name);
  expect(methods).toContain('takeSteps');
  for (const name of [...methods, 'getState', 'play', 'pause', 'stepPhase', 'reset', 'request'])
    expect([...listOf('ofRun'), ...listOf('ofLink')]).not.toContain(name);
});
