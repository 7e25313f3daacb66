// Numbers as people type them: the signs of either language, powers, and what no field can read.

import { expect, type Locator, type Page, test } from '@playwright/test';
import { LabPage } from './page.ts';

let lab: LabPage;

test.beforeEach(({ page }) => {
  lab = new LabPage(page);
});

test.afterEach(() => {
  expect(lab.errors).toEqual([]);
});

const names = { en: 'Learning rate, typed', de: 'Lernrate, als Zahl' };

async function openIn(page: Page, language: 'en' | 'de'): Promise<Locator> {
  await page.goto(`/?level=all&lang=${language}#lesson=none`);
  await lab.reaches(0);
  return page.getByLabel(names[language], { exact: true });
}

/** Types over what the field shows, key by key. */
async function type(field: Locator, text: string): Promise<void> {
  await field.press('Control+a');
  await field.pressSequentially(text);
}

for (const [language, decimalSign] of [
  ['en', '.'],
  ['de', ','],
] as const)
  test(`the learning rate takes the signs of either language on the page in ${language}`, async ({ page }) => {
    const field = await openIn(page, language);
    await expect(field).toHaveAttribute('inputmode', 'decimal');
    const readings: readonly [text: string, rate: number][] = [
      ['0,05', 0.05],
      ['0.06', 0.06],
      ['  7e-2 ', 0.07],
      ['8 × 10⁻²', 0.08],
      ['10^-3', 0.001],
    ];
    for (const [text, rate] of readings) {
      await type(field, text);
      await field.press('Enter');
      await expect(lab.readout).toHaveAttribute('data-learning-rate', String(rate));
      await expect(field).toHaveValue(String(rate).replace('.', decimalSign));
    }
    await field.press('ArrowUp');
    await expect(lab.readout).toHaveAttribute('data-learning-rate', '0.0011');
  });

test('what cannot be read is refused in a sentence, the old value stays, and Escape brings it back', async ({
  page,
}) => {
  const field = await openIn(page, 'de');
  const before = await field.inputValue();
  for (const [text, sentence] of [
    ['0,05x', /gehört eine Zahl hin.*bleibt bei/],
    ['1.234', /1234 oder 1,234/],
    ['-0,5', /mindestens.*nicht −0,5.*bleibt bei/],
  ] as const) {
    await type(field, text);
    await field.press('Enter');
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await expect(field).toHaveAccessibleDescription(sentence);
    await expect(page.getByRole('alert')).toHaveText(sentence);
    await expect(field).toHaveValue(text);
    await field.press('Escape');
    await expect(field).toHaveValue(before);
    await expect(field).toHaveAttribute('aria-invalid', 'false');
    await expect(page.getByRole('alert')).toHaveCount(0);
  }
  await type(field, 'halb');
  await field.blur();
  await expect(field).toHaveValue(before);
  await expect(field).toHaveAccessibleDescription(/bleibt bei/);
  expect((await lab.pending()).learningRate).toBe(Number(before.replace(',', '.')));
});

test('nothing is taken before the number is whole', async ({ page }) => {
  const field = await openIn(page, 'en');
  const before = (await lab.pending()).learningRate;
  await type(field, '5');
  await lab.slider('Speed').focus();
  await expect(lab.readout).toHaveAttribute('data-learning-rate', '5');
  await type(field, '3e');
  await field.press('Escape');
  expect((await lab.pending()).learningRate).toBe(5);
  expect(before).not.toBe(5);
});

test('every number field of the page is one that reads and refuses', async ({ page }) => {
  await lab.open('#problem=rotated-valley&optimizer=sgd&schedule=multistep&contenders=momentum,0.03,8');
  await expect(page.locator('input[type="number"]')).toHaveCount(0);
  await lab.press('Settings');
  await expect(page.getByRole('spinbutton', { name: 'Start of w1' })).toBeVisible();
  await refuseInAll(8);
});

test('so is every one of the comparison, and of the dialog that makes a frame', async ({ page }) => {
  await lab.open('#contenders=momentum,0.03,8&clock=time');
  await lab.choose('compare');
  for (const [section, least] of [
    ['Contenders', 8],
    ['Results', 5],
    ['Many seeds', 3],
  ] as const) {
    await page.getByRole('radio', { name: section }).check();
    await refuseInAll(least);
  }
  await lab.press('Menu');
  await lab.press('Share …');
  await expect(page.getByRole('dialog')).toBeVisible();
  await refuseInAll(1, 'dialog input[inputmode]:visible');
});

/** Every field that is there refuses what is no number, and takes back what it shows. */
async function refuseInAll(least: number, selector = 'input[inputmode]:visible'): Promise<void> {
  const fields = lab.page.locator(selector);
  const count = await fields.count();
  expect(count).toBeGreaterThanOrEqual(least);
  for (let place = 0; place < count; place++) {
    const field = fields.nth(place);
    const name = (await field.getAttribute('aria-label')) ?? '';
    const before = await field.inputValue();
    await type(field, 'x1');
    await field.press('Enter');
    await expect(field, name).toHaveAccessibleDescription(/stays at/);
    await field.press('Escape');
    await expect(field, name).toHaveValue(before);
  }
}
