// What the package says of settings is written from their declarations: `npx vitest run src/doors -u` writes it anew.

import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { settingNames as namesOfLab } from '../lab/settings.ts';
import { besideNames } from '../lab/url.ts';
import { settingNames } from './settingNames.ts';
import { besideSettings, settingNamesSource, settingsSource } from './settingsType.ts';

const biome = fileURLToPath(new URL('../../node_modules/.bin/biome', import.meta.url));

/** As the formatter would have it. */
const formatted = (name: string, text: string): string =>
  execFileSync(biome, ['format', `--stdin-file-path=src/doors/${name}`], { input: text, encoding: 'utf8' });

it.each([
  ['settings.ts', settingsSource],
  ['settingNames.ts', settingNamesSource],
])('%s is what the fields say', async (name, source) => {
  await expect(formatted(name, source())).toMatchFileSnapshot(name);
});

it('names every setting and whatever else a link says', () => {
  const beside = besideSettings.map(([name]) => name);
  expect([...settingNames].sort()).toEqual([...namesOfLab, ...beside].sort());
  expect(beside).toEqual(expect.arrayContaining([...besideNames]));
});
