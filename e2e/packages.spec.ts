// The package as others use it: packed, installed from the archive into a React application and a VitePress site, built
// there, and driven in the browser. The registry is asked for nothing.

import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { serve } from '../scripts/serve.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const place = join(root, '.cache/hosts');

const run = (folder: string, program: string, ...given: readonly string[]): string =>
  execFileSync(program, given, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
const runNode = (folder: string, program: string, ...given: readonly string[]): string =>
  run(folder, process.execPath, join(root, 'node_modules', program), ...given);

/** A project with the package in it, installed from its archive. */
function project(name: string): string {
  const folder = join(place, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(join(root, 'e2e/hosts', name), folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, private: true, type: 'module' }));
  const [{ filename }] = JSON.parse(
    run(root, 'npm', 'pack', '--ignore-scripts', '--json', '--pack-destination', folder),
  ) as readonly { readonly filename: string }[];
  run(folder, 'npm', 'install', '--offline', '--no-audit', '--no-fund', '--legacy-peer-deps', `./${filename}`);
  return folder;
}

/** The workers that a page and its frames have. */
const workersOf = (page: Page): number => page.workers().length;

async function open(page: Page, folder: string): Promise<() => void> {
  const { port, close } = await serve(folder, { port: 0 });
  await page.goto(`http://localhost:${port}/`);
  return close;
}

test.describe.configure({ mode: 'serial' });

test('the archive holds what its exports name, with types, for every way to load it', () => {
  const folder = project('react');
  const report = runNode(folder, 'publint/src/cli.js', 'node_modules/minibatch-lab');
  expect(report).toContain('All good!');
  const [archive] = run(folder, 'ls').match(/minibatch-lab-.*\.tgz/) ?? [];
  // It ends with an error where types and modules disagree for whoever loads modules.
  const types = runNode(folder, '@arethetypeswrong/cli/dist/index.js', archive ?? '', '--profile', 'esm-only');
  expect(types).toContain('minibatch-lab');
  const imported = run(
    folder,
    process.execPath,
    '--input-type=module',
    '-e',
    `const all = await Promise.all(['', '/element', '/react', '/messages', '/schema'].map((name) => import('minibatch-lab' + name)));
     console.log(all.map((module) => Object.keys(module).join()).join(';'));`,
  );
  expect(imported.trim()).toBe('mount;;MinibatchLab;;schema');
});

test('a React application follows and drives a lab, and leaves nothing behind', async ({ page }) => {
  const folder = join(place, 'react');
  runNode(folder, 'typescript/bin/tsc', '-p', '.');
  const strict = [
    '--ignoreConfig',
    '--noEmit',
    '--jsx',
    'react-jsx',
    '--moduleResolution',
    'bundler',
    '--module',
    'esnext',
  ];
  const refused = (() => {
    try {
      return runNode(folder, 'typescript/bin/tsc', ...strict, '--strict', 'wrong.tsx');
    } catch (error) {
      return (error as { readonly stdout: string }).stdout;
    }
  })();
  for (const word of ['learnRate', 'sinus', 'red']) expect(refused).toContain(word);
  runNode(folder, 'vite/bin/vite.js', 'build');
  const close = await open(page, join(folder, 'dist'));
  const output = page.locator('output');
  const rate = () => page.frameLocator('iframe[title="Controlled"]').getByRole('spinbutton', { name: 'Learning rate' });
  await expect(rate()).toBeVisible();
  await page.getByRole('button', { name: 'Slower' }).click();
  await expect(rate()).toHaveValue('0.02');
  await page.getByRole('button', { name: 'Five steps' }).click();
  await expect(output).toContainText('5 steps');
  await page.getByRole('button', { name: 'Impossible' }).click();
  await expect(output).toContainText('Learning rate');
  const other = page.frameLocator('iframe[title="On its own"]');
  await expect(other.getByTestId('readout')).toHaveAttribute('data-step', '0');
  expect(
    await page.locator('iframe[title="On its own"]').evaluate((frame) => frame.getBoundingClientRect().height),
  ).toBe(400);
  const before = workersOf(page);
  for (let round = 0; round < 20; round++) {
    await page.getByRole('button', { name: 'Come and go' }).click();
    await expect(page.locator('iframe[title="Controlled"]')).toHaveCount(round % 2 === 0 ? 0 : 1);
  }
  await expect(rate()).toBeVisible();
  await expect.poll(() => workersOf(page)).toBeLessThanOrEqual(before);
  expect(await page.locator('iframe').count()).toBe(2);
  close();
});

test('a VitePress site has the element, also after leaving the page and coming back', async ({ page }) => {
  const folder = project('vitepress');
  runNode(folder, 'vitepress/bin/vitepress.js', 'build');
  const built = readFileSync(join(folder, '.vitepress/dist/index.html'), 'utf8');
  expect(built).toContain('<minibatch-lab');
  const close = await open(page, join(folder, '.vitepress/dist'));
  const readout = page.frameLocator('#lab iframe').getByTestId('readout');
  await expect(readout).toHaveAttribute('data-step', '3');
  await page.getByRole('link', { name: 'Another page' }).click();
  await expect(page.locator('iframe')).toHaveCount(0);
  await expect.poll(() => workersOf(page)).toBe(0);
  await page.getByRole('link', { name: 'Back' }).click();
  await expect(readout).toHaveAttribute('data-step', '3');
  // The lab is as dark as the site around it.
  const theme = () => page.frameLocator('#lab iframe').locator('html').getAttribute('data-theme');
  await expect.poll(theme).toBe('light');
  await page.evaluate(() => document.documentElement.classList.add('dark'));
  await expect.poll(theme).toBe('dark');
  close();
});
