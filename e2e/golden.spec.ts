// The same run in every browser: the golden runs, built as the page is, have the hashes that Node finds.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { build } from 'vite';
import { ask, findFirefox, findWebKit, type OtherBrowser, type Unavailable } from './otherBrowsers.ts';

const hashesIn = (file: string): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(new URL(`../src/training/golden/${file}`, import.meta.url), 'utf8'));

const expected = { ...hashesIn('goldenRuns.json'), ...hashesIn('goldenNetworks.json') };

/** The golden runs as one classic script that leaves the global `answer`, with the page's own target and minifier. */
async function buildScript(): Promise<string> {
  const built = await build({
    root: fileURLToPath(new URL('..', import.meta.url)),
    logLevel: 'error',
    build: {
      write: false,
      copyPublicDir: false,
      lib: { entry: fileURLToPath(new URL('goldenPage.ts', import.meta.url)), formats: ['iife'], name: 'answer' },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const outputs = [built].flat().flatMap((result) => ('output' in result ? result.output : []));
  const scripts = outputs.filter((output) => output.type === 'chunk');
  expect(scripts.map((script) => script.imports)).toEqual([[]]);
  return scripts[0].code;
}

let script: string;

test.beforeAll(async () => {
  script = await buildScript();
});

test('Chromium computes the golden runs as Node does', async ({ page, context }) => {
  await context.setOffline(true);
  await page.setContent('<!doctype html><title>Golden runs</title>');
  await page.addScriptTag({ content: script });
  expect(await page.evaluate('answer')).toEqual({ hashes: expected });
});

/** Says it on the terminal too: a list of tests shows that one was skipped, not why. */
function skipBecause({ reason }: Unavailable): void {
  process.stdout.write(`Skipped: ${reason}\n`);
  test.skip(true, reason);
}

async function compare(browser: OtherBrowser | Unavailable): Promise<void> {
  if ('reason' in browser) return skipBecause(browser);
  const answer = await ask(browser, script);
  if ('reason' in answer) return skipBecause(answer);
  expect(answer.posted).toEqual({ hashes: expected });
}

test('Firefox computes the golden runs as Node does', async () => {
  await compare(findFirefox());
});

test('WebKitGTK computes the golden runs as Node does', async () => {
  await compare(findWebKit());
});
