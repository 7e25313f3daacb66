// The limit of the learning rate, explained beside the page that goes on.

import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { LabPage } from './page.ts';

test('a press on the limit explains it, with the directions on the map, and Escape closes it', async ({
  page: browserPage,
}) => {
  const page = await new LabPage(browserPage).open();
  const mark = browserPage.getByRole('button', { name: /^limit / });
  await mark.focus();
  await browserPage.keyboard.press('Enter');
  const panel = browserPage.getByRole('dialog', { name: 'The limit of the learning rate', exact: true });
  await expect(panel.getByTestId('limit-formula')).toHaveText(/^2 \/ largest curvature = 2 \/ [\d.]+ = [\d.]+$/);
  const formula = await panel.getByTestId('limit-formula').textContent();
  const [above, below, limit] =
    (formula ?? '')
      .match(/(\d+) \/ ([\d.]+) = ([\d.]+)$/)
      ?.slice(1)
      .map(Number) ?? [];
  expect(above / below).toBeCloseTo(limit, 2);
  await expect(mark).toContainText(String(limit));
  const map = browserPage.getByRole('figure', { name: 'Weight space' });
  await expect(map.getByText('steepest', { exact: true })).toBeVisible();
  await expect(map.getByText('flattest', { exact: true })).toBeVisible();
  const { violations } = await new AxeBuilder({ page: browserPage }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  // The run goes on beside it.
  await page.press('Step');
  await expect(panel).toBeVisible();
  await panel.focus();
  await browserPage.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await expect(map.getByText('steepest', { exact: true })).toHaveCount(0);
  expect(page.errors).toEqual([]);
});

test('the limit of the mini-batch stands beside it once a step was taken', async ({ page: browserPage }) => {
  const page = await new LabPage(browserPage).open('#sampling=replacement');
  await page.press('Step');
  const mark = browserPage.getByRole('button', { name: /^limit .* full batch, [\d.]+ batches of 8$/ });
  await expect(mark).toBeVisible();
  await mark.click();
  await expect(browserPage.getByTestId('limit-of-batch')).toContainText('the spread of many such runs grows');
  expect(page.errors).toEqual([]);
});

test('an adaptive rule has no mark, and says why it rattles', async ({ page: browserPage }) => {
  const page = await new LabPage(browserPage).open('#optimizer=adam');
  await page.press('no fixed limit');
  await expect(browserPage.getByRole('dialog')).toContainText('rattle');
  expect(page.errors).toEqual([]);
});

test('an explanation closes with what it explains', async ({ page: browserPage }) => {
  const page = await new LabPage(browserPage).open();
  await browserPage.getByRole('button', { name: /^limit / }).click();
  await expect(browserPage.getByRole('dialog')).toBeVisible();
  await browserPage.getByRole('combobox', { name: 'Problem' }).selectOption('circles');
  await expect(browserPage.getByRole('dialog')).toHaveCount(0);
  expect(page.errors).toEqual([]);
});

test('a run that has settled says in what kind of place, and the map marks it', async ({ page: browserPage }) => {
  const page = await new LabPage(browserPage).open('#batchSize=100');
  const speed = browserPage.getByRole('slider', { name: 'Speed' });
  await speed.focus();
  await browserPage.keyboard.press('End');
  await page.press('Play');
  await page.hasStatus('converged');
  await expect(browserPage.getByTestId('ended')).toContainText('It stands in a minimum');
  const map = browserPage.getByRole('figure', { name: 'Weight space' });
  await expect(map.getByText('minimum', { exact: true })).toBeVisible();
  await page.press('Step back');
  await expect(map.getByText('minimum', { exact: true })).toHaveCount(0);
  expect(page.errors).toEqual([]);
});
