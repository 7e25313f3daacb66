import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isInstalled } from './install.mjs';

let folder;
const write = (file, packages) => writeFileSync(join(folder, file), JSON.stringify({ packages }));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'minibatch-install-'));
  mkdirSync(join(folder, 'node_modules/react'), { recursive: true });
  writeFileSync(join(folder, 'node_modules/react/package.json'), '{}');
  write('package-lock.json', {
    '': {},
    'node_modules/react': { version: '1.0.0' },
    'node_modules/binary-for-another-system': { version: '1.0.0', optional: true },
  });
  write('node_modules/.package-lock.json', { 'node_modules/react': { version: '1.0.0' } });
});

afterEach(() => rmSync(folder, { recursive: true }));

test('the versions of the lockfile are in place', () => {
  expect(isInstalled(folder)).toBe(true);
});

test('nothing is installed in a fresh clone', () => {
  rmSync(join(folder, 'node_modules'), { recursive: true });
  expect(isInstalled(folder)).toBe(false);
});

test('an installation that was cut off is not one', () => {
  rmSync(join(folder, 'node_modules/.package-lock.json'));
  expect(isInstalled(folder)).toBe(false);
});

test('a package of another version, or one more, is missing', () => {
  write('package-lock.json', { 'node_modules/react': { version: '1.0.1' } });
  expect(isInstalled(folder)).toBe(false);
  write('package-lock.json', { 'node_modules/react': { version: '1.0.0' }, 'node_modules/d3': { version: '1.0.0' } });
  expect(isInstalled(folder)).toBe(false);
});

test('a package whose folder was deleted is missing', () => {
  rmSync(join(folder, 'node_modules/react'), { recursive: true });
  expect(isInstalled(folder)).toBe(false);
});

test('the lockfile holds the binaries of every system, since npm ci refuses one that does not', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  const held = new Set(Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, '')));
  const named = Object.values(packages).flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies));
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((name) => !held.has(name))).toEqual([]);
});
