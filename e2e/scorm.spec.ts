// The SCORM package in a learning platform: scorm-again stands for the platform, the unzipped package in a frame of its page.

import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type FrameLocator, type Page, test } from '@playwright/test';
import { unzipSync } from 'fflate';
import { decodeAnswers } from '../src/lab/answerCode.ts';

const files = unzipSync(new Uint8Array(readFileSync(new URL('../dist/minibatch-lab-scorm.zip', import.meta.url))));
const platform = readFileSync(new URL('../node_modules/scorm-again/dist/scorm12.min.js', import.meta.url));

/** What the platform keeps between visits stands in the storage of its page. */
const lmsPage = `<!doctype html><meta charset="utf-8"><title>Course</title><link rel="icon" href="data:,">
<script src="scorm12.js"></script>
<script>
  const kept = JSON.parse(localStorage.getItem('cmi') ?? '{}');
  window.API = new Scorm12API({ autocommit: false, logLevel: 5 });
  if (kept.cmi) API.loadFromJSON(kept.cmi, 'cmi');
  const keep = () => localStorage.setItem('cmi', JSON.stringify(API.renderCMIToJSONObject()));
  API.on('LMSCommit', keep);
  API.on('LMSFinish', keep);
</script>
<body style="margin:0"><iframe id="sco" src="package/index.html" style="inline-size:100%;block-size:98vh;border:0"></iframe>`;

let server: Server;
let address: string;

test.beforeEach(async () => {
  server = createServer(({ url = '/' }, response) => {
    const path = new URL(url, 'http://localhost').pathname;
    const file = path.startsWith('/package/') ? files[path.slice('/package/'.length)] : undefined;
    const content = path === '/' ? lmsPage : path === '/scorm12.js' ? platform : file;
    const type = path.endsWith('.js') ? 'text/javascript' : 'text/html';
    response.writeHead(content === undefined ? 404 : 200, { 'Content-Type': `${type}; charset=utf-8` }).end(content);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});

test.afterEach(() => {
  server.close();
  server.closeAllConnections();
});

const value = (page: Page, name: string): Promise<string> =>
  page.evaluate(
    (asked) => (window as unknown as { API: { lmsGetValue(name: string): string } }).API.lmsGetValue(asked),
    name,
  );

const scoOf = (page: Page): FrameLocator => page.frameLocator('#sco');
const labOf = (page: Page): FrameLocator => scoOf(page).frameLocator('#lab');

const phase = (page: Page, name: string): Promise<void> =>
  expect(labOf(page).getByTestId('readout')).toHaveAttribute('data-lesson-phase', name);

/** Presses one choice after the other until `next` is there. */
async function press(page: Page, group: string, next: string): Promise<void> {
  const choices = labOf(page).getByRole('group', { name: group }).getByRole('button');
  await expect(choices.first()).toBeVisible();
  const after = labOf(page).getByText(next, { exact: true });
  for (let choice = 0; !(await after.isVisible()); choice++) await choices.nth(choice).click();
}

test('a lesson that is answered is told to the platform, and is there again on the next visit', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.goto(address);
  await phase(page, 'asked');
  await expect(scoOf(page).locator('#progress')).toHaveText('0 of 24 lessons done. Predictions right: 0 of 0.');
  expect(await value(page, 'cmi.core.lesson_status')).toBe('incomplete');
  await labOf(page).getByRole('slider', { name: 'Your point' }).focus();
  for (const key of ['ArrowRight', 'Shift+ArrowRight']) await page.keyboard.press(key);
  await labOf(page).getByRole('button', { name: 'That is my guess' }).click();
  await phase(page, 'revealed');
  await press(page, 'What happened?', 'Why?');
  await press(page, 'Why?', 'To take away');
  await expect(scoOf(page).locator('#progress')).toHaveText(/^1 of 24 lessons done. Predictions right: [01] of 1.$/);
  const suspended = await value(page, 'cmi.suspend_data');
  const decoded = decodeAnswers(suspended);
  expect(decoded).toMatchObject({ answers: [{ lesson: 'the-next-point', reasons: expect.arrayContaining(['rate']) }] });
  const { features, guess } = (decoded as { answers: readonly { features: object; guess: string }[] }).answers[0];
  const isRight = Object.values(features).every(Boolean);
  expect(await value(page, 'cmi.core.score.raw')).toBe(isRight ? '100' : '0');
  expect(await value(page, 'cmi.core.lesson_status')).toBe('incomplete');
  expect(await value(page, 'cmi.core.lesson_location')).toBe('the-next-point');

  await page.reload();
  await phase(page, 'revealed');
  await expect(scoOf(page).locator('#progress')).toHaveText(/^1 of 24 lessons done/);
  expect(await value(page, 'cmi.suspend_data')).toBe(suspended);
  const link = await labOf(page)
    .locator('body')
    .evaluate(() => location.hash);
  expect(decodeURIComponent(link)).toContain(`guess=${guess}`);
  expect(errors).toEqual([]);
});

test('without a platform it keeps nothing and says so', async ({ page }) => {
  await page.goto(`${address}package/index.html`);
  await expect(page.locator('#notes')).toHaveText(/^No learning platform was found/);
  await expect(page.frameLocator('#lab').getByTestId('readout')).toHaveAttribute('data-lesson', 'the-next-point');
});
