// Before an audience: no knobs, and no answer before the key that a clicker sends.

import { expect, type Page, test } from '@playwright/test';
import { HostPage } from './embed.ts';
import { LabPage } from './page.ts';

const phase = (lab: LabPage, value: string): Promise<void> =>
  expect(lab.readout).toHaveAttribute('data-lesson-phase', value);

const question = (page: Page) => page.getByRole('tabpanel').getByText('Where will these 8 examples move the weights?');

test('PageDown reveals the answer, PageUp goes back to the question, and nothing is to be turned', async ({ page }) => {
  const lab = new LabPage(page);
  await page.goto('/?present=1#lesson=the-next-point');
  await phase(lab, 'asked');
  await expect(question(page)).toBeVisible();
  await expect(page.getByRole('slider', { name: 'Learning rate' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Step', exact: true })).toHaveCount(0);
  await page.keyboard.press('PageUp');
  await phase(lab, 'asked');
  for (let round = 0; round < 2; round++) {
    await page.keyboard.press('PageDown');
    await phase(lab, 'revealed');
    await expect(page.getByText('What the lab computed')).toBeVisible();
    await page.keyboard.press('PageUp');
    await phase(lab, 'asked');
    await expect(page.getByText('What the lab computed')).toHaveCount(0);
  }
  expect(lab.errors).toEqual([]);
});

test('an answer that is given waits for the key', async ({ page }) => {
  const lab = new LabPage(page);
  await page.goto('/?present=1#lesson=the-next-point');
  await lab.press('I don’t know');
  await phase(lab, 'committed');
  await expect(page.getByText('Given. The answer is shown to all at once.')).toBeVisible();
  await page.keyboard.press('PageDown');
  await phase(lab, 'revealed');
  expect(lab.errors).toEqual([]);
});

test('a second screen has the question alone, and no key reveals anything', async ({ page }) => {
  const lab = new LabPage(page);
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.goto('/?present=question#lesson=the-next-point');
  await phase(lab, 'asked');
  const alone = page.locator('section[data-phase] > p').first();
  await expect(alone).toHaveText(/^Where will these 8 examples move the weights\?/);
  const box = await alone.boundingBox();
  expect(box).toEqual({ x: 0, y: 0, width: 1920, height: 1080 });
  const seen = await alone.evaluate((element) =>
    [0.1, 0.5, 0.9].every((x) =>
      [0.1, 0.5, 0.9].every((y) => document.elementFromPoint(x * 1920, y * 1080) === element),
    ),
  );
  expect(seen).toBe(true);
  // Nothing beneath it can be come to with the keys.
  for (let press = 0; press < 5; press++) {
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('body');
  }
  await page.keyboard.press('PageDown');
  await phase(lab, 'asked');
  expect(lab.errors).toEqual([]);
});

test('in a deck the first PageDown reveals, and the next is the deck’s', async ({ page }) => {
  const host = new HostPage(page);
  await host.open(
    `<iframe id="lab" src="${host.address('/?present=1#lesson=the-next-point')}" style="inline-size:1200px;block-size:700px"></iframe>`,
  );
  const frame = await host.frame('#lab');
  const readout = frame.getByTestId('readout');
  await expect(readout).toHaveAttribute('data-lesson-phase', 'asked');
  await host.ask('#lab', 'hello');
  await page
    .locator('#lab')
    .evaluate((element) => (element as HTMLIFrameElement).contentWindow?.postMessage('slide:start', '*'));
  const keys = (): Promise<number> =>
    page.evaluate(
      () =>
        (window as unknown as { noted: { answers: { type: string }[] } }).noted.answers.filter(
          ({ type }) => type === 'key',
        ).length,
    );
  await frame
    .locator('h1')
    .first()
    .evaluate(() => document.body.focus());
  await page.locator('#lab').focus();
  await page.keyboard.press('PageDown');
  await expect(readout).toHaveAttribute('data-lesson-phase', 'revealed');
  expect(await keys()).toBe(0);
  await page.keyboard.press('PageDown');
  await expect.poll(keys).toBe(1);
  host.close();
});
