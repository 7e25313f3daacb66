// A real deck of Reveal with the lab in it, as the README advises: nothing starts by itself unless asked to, and the clicker
// goes on working after a click in the lab.

import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { serve } from '../scripts/serve.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, '.cache/hosts/reveal');

test.beforeAll(() => {
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(root, 'e2e/hosts/reveal'), folder, { recursive: true });
  cpSync(join(root, 'node_modules/reveal.js/dist'), join(folder, 'reveal'), { recursive: true });
  cpSync(join(root, 'dist'), join(folder, 'lab'), { recursive: true });
});

const slideOf = (page: Page): Promise<number> =>
  page.evaluate(() => (globalThis as unknown as { deck: { getIndices(): { h: number } } }).deck.getIndices().h);

const stepOf = async (page: Page, selector: string): Promise<number> =>
  Number(await page.frameLocator(selector).getByTestId('readout').getAttribute('data-step'));

/** The step of the element's lab after a while in which a lab that plays takes many. */
async function settledStep(page: Page): Promise<number> {
  const told = (): Promise<number> =>
    page.evaluate(async () => {
      const lab = document.querySelector('#element') as unknown as { getState(): Promise<{ stepCount: number }> };
      return (await lab.getState()).stepCount;
    });
  // What has been told meanwhile may take one round to be done.
  let first = -1;
  await expect
    .poll(async () => {
      first = await told();
      for (let turn = 0; turn < 60; turn++)
        await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      return (await told()) - first;
    })
    .toBe(0);
  return first;
}

test('a deck decides what runs, and keeps its clicker', async ({ page }) => {
  const { port, close } = await serve(folder, { port: 0 });
  await page.goto(`http://localhost:${port}/`);
  await expect(page.locator('.reveal.ready')).toBeVisible();
  await page.keyboard.press('PageDown');
  const framed = page.frameLocator('#framed');
  await expect(framed.getByTestId('readout')).toHaveAttribute('data-step', '0');
  await framed.getByRole('button', { name: 'Step', exact: true }).click();
  await expect(framed.getByTestId('readout')).toHaveAttribute('data-step', '1');
  // The focus is in the lab now; the clicker's key still turns the page.
  await page.keyboard.press('PageDown');
  await expect.poll(() => slideOf(page)).toBe(2);
  // What asks for it plays, in the colours of the deck.
  const element = page.frameLocator('#element iframe');
  await expect.poll(() => stepOf(page, '#element iframe')).toBeGreaterThan(2);
  await expect(element.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.keyboard.press('PageDown');
  await expect.poll(() => slideOf(page)).toBe(3);
  // Out of sight it stands still, and goes on when its slide is back.
  await expect(page.locator('#element iframe')).toBeHidden();
  const left = await settledStep(page);
  await page.keyboard.press('PageUp');
  await expect.poll(() => stepOf(page, '#element iframe')).toBeGreaterThan(left);
  close();
});

test('a slide that has not come yet is loaded and does not play', async ({ page }) => {
  const { port, close } = await serve(folder, { port: 0 });
  await page.goto(`http://localhost:${port}/#/1`);
  await expect(page.locator('.reveal.ready')).toBeVisible();
  const readout = page.frameLocator('#element iframe').getByTestId('readout');
  await expect(readout).toHaveAttribute('data-step', '0');
  expect(await settledStep(page)).toBe(0);
  await page.keyboard.press('PageDown');
  await expect.poll(() => stepOf(page, '#element iframe')).toBeGreaterThan(2);
  close();
});
