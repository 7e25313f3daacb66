// Two levels: the few things of a first lesson, and everything. A host's wishes and what a link needs go before them.

import { expect, type Page, test } from '@playwright/test';
import { LabPage } from './page.ts';

async function openAtFirst(page: Page, address = ''): Promise<LabPage> {
  const lab = new LabPage(page);
  await page.goto(`/${address.includes('#') ? address : `${address}#lesson=none`}`);
  await expect(lab.readout).toHaveAttribute('data-step', /\d/);
  await expect(page.getByRole('tab').first()).toBeVisible();
  return lab;
}

const tabs = (page: Page): Promise<string[]> => page.getByRole('tab').allTextContents();
const optimizer = (page: Page) => page.getByRole('combobox', { name: 'Optimizer', exact: true });

test('at first a few controls and views are in sight, and all others one press away', async ({ page }) => {
  const lab = await openAtFirst(page);
  for (const name of ['Learning rate', 'Batch size', 'Step of the run']) await expect(lab.slider(name)).toBeVisible();
  for (const name of ['Play', 'Step', 'Next epoch', 'Reset']) await expect(lab.button(name)).toBeVisible();
  expect((await tabs(page)).filter((name) => name !== 'Guide')).toEqual(['Numbers', 'Batch', 'Noise']);
  await expect(optimizer(page)).toBeHidden();
  await expect(lab.button('Settings')).toHaveCount(0);
  await lab.press('Menu');
  await optimizer(page).selectOption('adam');
  // What is in use is in sight, and stays there.
  await expect(page.getByRole('banner').getByRole('combobox', { name: 'Optimizer' })).toHaveValue('adam');
  await page.keyboard.press('Escape');
  await optimizer(page).selectOption('sgd');
  await expect(optimizer(page)).toBeVisible();
  await lab.press('Menu');
  await lab.press('Settings …');
  await expect(page.getByRole('region', { name: 'Settings' })).toContainText('Seed');
  expect(lab.errors).toEqual([]);
});

test('one switch shows everything, and is kept', async ({ page }) => {
  let lab = await openAtFirst(page);
  await lab.press('Menu');
  await page.getByRole('switch', { name: 'All controls and views' }).click();
  await expect(page.getByRole('switch', { name: 'All controls and views' })).toBeChecked();
  await page.keyboard.press('Escape');
  await expect(optimizer(page)).toBeVisible();
  await expect(lab.button('Settings')).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Code' })).toBeVisible();
  lab = await openAtFirst(page);
  await expect(lab.button('Settings')).toBeVisible();
});

test('`level` is the host’s wish, and names that are shown or hidden go before it', async ({ page }) => {
  let lab = await openAtFirst(page, '?level=all&hide=optimizer,tabCode');
  await expect(lab.button('Settings')).toBeVisible();
  await expect(optimizer(page)).toHaveCount(0);
  expect(await tabs(page)).not.toContain('Code');
  expect(await lab.views()).not.toContain('code');
  lab = await openAtFirst(page, '?level=first&show=optimizer,tabCode');
  await expect(optimizer(page)).toBeVisible();
  await expect(lab.button('Settings')).toHaveCount(0);
  expect(await tabs(page)).toContain('Code');
  expect(await tabs(page)).not.toContain('Schedule');
});

for (const [hash, name] of [
  ['#optimizer=adam', 'optimizer'],
  ['#problem=line-fit&schedule=cosine', 'settings'],
  ['#problem=line-fit&dropLast=1', 'settings'],
  ['#problem=line-fit&standardised=1', 'settings'],
  ['#problem=line-fit&learningRate=0.3&batchSize=4&start=1,2&step=3', 'none'],
] as const)
  test(`a link shows what its settings need: ${hash}`, async ({ page }) => {
    const lab = await openAtFirst(page, hash);
    await expect(optimizer(page).and(page.locator('header > * select'))).toHaveCount(name === 'optimizer' ? 1 : 0);
    await expect(lab.button('Settings')).toHaveCount(name === 'settings' ? 1 : 0);
  });

test('a link to runs side by side shows the view of them', async ({ page }) => {
  const lab = await openAtFirst(page, '?level=all');
  await lab.choose('compare');
  await lab.press('SGD, momentum, Adam');
  await expect.poll(() => new URL(page.url()).hash).toContain('contenders');
  const hash = new URL(page.url()).hash;
  await page.goto('about:blank');
  await openAtFirst(page, hash);
  expect(await tabs(page)).toContain('Compare');
});

for (const [width, height] of [
  [1920, 1080],
  [1280, 720],
  [1024, 768],
  [768, 1024],
  [500, 900],
  [360, 740],
] as const)
  for (const locale of ['en-US', 'de-DE'])
    test.describe(`at ${width} x ${height} in ${locale}`, () => {
      test.use({ viewport: { width, height }, locale });

      test('tabs stand in one line, and every view can be reached with the keys alone', async ({ page }) => {
        const lab = await new LabPage(page).open('#problem=circles');
        const list = page.getByRole('tablist');
        const more = page.locator('[aria-haspopup="menu"]');
        for (const id of await lab.views()) {
          await more.press('Enter');
          await expect(page.getByRole('menu')).toBeVisible();
          const item = page.locator(`[role="menuitem"][data-tab="${id}"]`);
          if ((await item.count()) === 0) {
            await page.keyboard.press('Escape');
            await expect(more).toBeFocused();
            await page.keyboard.press('Shift+Tab');
            for (let press = 0; press < 20 && !(await page.locator(`:focus[data-tab="${id}"]`).count()); press++)
              await page.keyboard.press('ArrowRight');
          } else {
            for (let press = 0; press < 20 && !(await item.and(page.locator(':focus')).count()); press++)
              await page.keyboard.press('ArrowDown');
            await page.keyboard.press('Enter');
          }
          await expect(page.locator(`:focus[role="tab"][data-tab="${id}"][aria-selected="true"]`)).toBeVisible();
          const heights = await list.evaluate((row) => [
            row.clientHeight,
            row.scrollHeight,
            row.scrollWidth - row.clientWidth,
          ]);
          expect(heights[0], id).toBeLessThan(44);
          expect(heights[1], id).toBe(heights[0]);
          expect(heights[2], id).toBe(0);
        }
        expect(lab.errors).toEqual([]);
      });
    });
