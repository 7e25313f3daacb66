// Networks on the page: chosen from their group, set, seen over their data, and told in numbers.

import { expect, test } from '@playwright/test';
import { LabPage } from './page.ts';

const dataOf = (lab: LabPage) => lab.readout.evaluate((element) => ({ ...(element as HTMLElement).dataset }));

test('a network is chosen from its group, trains, and says all its numbers', async ({ page }) => {
  const lab = await new LabPage(page).open();
  const problem = page.getByRole('combobox', { name: 'Problem' });
  await expect(problem.locator('optgroup')).toHaveCount(5);
  await problem.selectOption('circles');
  await expect(lab.readout).toHaveAttribute('data-layers', '2,4,2,1');
  const before = await dataOf(lab);
  for (const name of ['weights', 'gradient', 'fullGradient', 'update'])
    expect(before[name]?.split(',')).toHaveLength(25);
  await lab.press('Next epoch');
  await expect(lab.readout).toHaveAttribute('data-step', '20');
  await expect(page.getByTestId('share-right')).toHaveText(/^Decided rightly: [\d.]+% of 200\.$/);
  await problem.selectOption('line-fit');
  await expect(lab.readout).not.toHaveAttribute('data-layers', /./);
  expect(lab.errors).toEqual([]);
});

test('what a network is made of is set by hand, and stands in the link', async ({ page }) => {
  const lab = await new LabPage(page).open('#problem=moons');
  await lab.press('Settings');
  await lab.press('Add a layer');
  await expect(lab.readout).toHaveAttribute('data-layers', '2,4,2,4,1');
  await page.getByRole('checkbox', { name: 'x1 x2' }).check();
  await expect(lab.readout).toHaveAttribute('data-layers', '3,4,2,4,1');
  await page.getByRole('combobox', { name: 'Loss' }).selectOption('mse');
  await expect(page.getByText('compared with −1 for class 0 and +1 for class 1')).toBeVisible();
  await page.getByRole('combobox', { name: 'First weights' }).selectOption('equal');
  await expect(page.getByRole('slider', { name: 'Every weight' })).toBeVisible();
  await expect(page).toHaveURL(/initial=equal.*inputs=x1,x2,x1%20x2.*layers=4,2,4.*loss=mse/);
  expect(lab.errors).toEqual([]);
});

test('gradients are added up, clipped, and kept, on a problem of two weights too', async ({ page }) => {
  const lab = await new LabPage(page).open('#accumulate=3&clipNorm=0.5&forgetZeroGrad=1');
  await expect(page.getByText('update 1 of 5 · 3 micro-batches · 24 examples')).toBeVisible();
  await expect(page.getByText('no rate settles')).toBeVisible();
  await lab.press('Step');
  await expect(lab.readout).toHaveAttribute('data-step', '1');
  const sum = page.getByTestId('sum');
  await expect(sum.getByRole('rowheader')).toHaveText([
    'micro-batch 1 (mean of 8)',
    'micro-batch 2 (mean of 8)',
    'micro-batch 3 (mean of 8)',
    'gradient (mean of 3 micro-batches)',
    'left in the sum, zero_grad forgotten',
    'sum',
    /^given to the optimizer, clipped: × 0\.\d+$/,
  ]);
  await lab.press('Settings');
  await page.getByRole('checkbox', { name: 'Forget zero_grad' }).uncheck();
  await expect(page.getByText('no rate settles')).toHaveCount(0);
  await expect(page).not.toHaveURL(/forgetZeroGrad/);
});

test('a curve of two weights is a network all the same', async ({ page }) => {
  const lab = await new LabPage(page).open('#problem=curve&layers=none&start=1,0.5');
  await expect(lab.readout).toHaveAttribute('data-layers', '1,1');
  await lab.press('Next epoch');
  await lab.choose('steps');
  await expect(page.getByRole('columnheader', { name: 'length of update' })).toBeVisible();
  expect(lab.errors).toEqual([]);
});

test('what cannot be is refused in one sentence, and the default stands', async ({ page }) => {
  const lab = await new LabPage(page).open('#problem=circles&layers=9,x');
  await expect(page.getByText('Units of each hidden layer is a list of whole numbers, not 9,x.')).toBeVisible();
  await expect(lab.readout).toHaveAttribute('data-layers', '2,4,2,1');
});
