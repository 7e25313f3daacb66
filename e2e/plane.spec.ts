// The plane of weight space, chosen on the page: it belongs to the view, and only the start that is dragged in it to the run.

import { expect, test } from '@playwright/test';
import { LabPage } from './page.ts';

let lab: LabPage;

test.beforeEach(({ page }) => {
  lab = new LabPage(page);
});

test.afterEach(() => {
  expect(lab.errors).toEqual([]);
});

test('another plane is chosen, stands in the link, and leaves the run as it was', async ({ page }) => {
  await lab.open('#problem=circles&step=12');
  const before = await lab.reaches(12);
  const readout = page.getByTestId('readout');
  await page.getByRole('button', { name: 'Weight space', exact: true }).click();
  await expect(readout).toHaveAttribute('data-plane', 'weights');
  await expect(page.getByTestId('weights-handle')).toBeVisible();
  await page.getByRole('combobox', { name: 'Plane' }).selectOption('principal');
  await expect(readout).toHaveAttribute('data-plane', 'principal');
  await expect(page.getByTestId('weights-mark')).toBeVisible();
  await expect(page.getByTestId('plane-line')).toContainText('of the path’s variance lies in it');
  await expect.poll(() => page.url()).toContain('plane=principal');
  expect((await lab.reaches(12)).weights).toEqual(before.weights);
  await page.reload();
  await expect(readout).toHaveAttribute('data-plane', 'principal');
});

test('the start is moved in a random plane, and the link leads back to it', async ({ page }) => {
  await lab.open('#problem=circles&plane=random+7');
  await lab.reaches(0);
  await page.getByRole('button', { name: 'Weight space', exact: true }).click();
  await expect(page.getByTestId('readout')).toHaveAttribute('data-plane', 'random');
  await page.getByTestId('weights-handle').focus();
  for (let press = 0; press < 5; press++) await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(() => decodeURIComponent(page.url())).toContain('startPlane=random 7');
  const { weights } = await lab.reaches(0);
  await page.reload();
  expect((await lab.reaches(0)).weights).toEqual(weights);
});
