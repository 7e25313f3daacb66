// The comparison with a network: contenders, results, many seeds, the sweep, the range test, and the noise floor.

import { expect, test } from '@playwright/test';
import { LabPage } from './page.ts';

test('a network is compared, repeated, swept, and tested; what only two weights have is said', async ({ page }) => {
  const lab = await new LabPage(page).open('#problem=circles');
  const section = (name: string) => page.getByRole('radio', { name, exact: true }).check();
  await lab.choose('compare');
  await lab.press('SGD, momentum, Adam');
  await lab.press('Next epoch');
  const { step } = await lab.reaches(20);
  for (const letter of ['A', 'B', 'C'])
    await expect(page.getByRole('listitem', { name: `Contender ${letter}` })).toContainText(
      new RegExp(`step ${step}, loss 0\\.\\d`),
    );
  await page.getByRole('radio', { name: 'Weight space' }).or(lab.button('Weight space')).first().click();
  for (const letter of ['A', 'B', 'C']) await expect(page.getByTestId(`contender-${letter}`)).toBeVisible();

  await section('Results');
  const own = page.getByRole('table', { name: 'Results' }).locator('[data-contender="A"]');
  await expect(own).toContainText(/0\.\d/);
  await expect(page.getByText('The minima of a network are not known')).toBeVisible();

  await section('Many seeds');
  await page.getByRole('radio', { name: 'first weights' }).check();
  await lab.press('Run 50 seeds');
  await expect(page.getByRole('table', { name: 'Where they ended' })).toContainText('did not diverge');
  await expect(page.getByText('are exact for two weights only')).toBeVisible();

  await section('Sweep');
  await lab.press('Run the range test');
  await expect(page.getByText(/^(Try \d|The loss would suggest|The loss was still|No rate)/)).toBeVisible();
  await lab.press('Run the sweep');
  await expect(page.getByRole('figure', { name: 'Final loss by learning rate and batch size' })).toBeVisible();
  await lab.press('Cancel');

  await section('Noise floor');
  await expect(page.getByText('The prediction is exact for two weights only')).toBeVisible();
  expect(lab.errors).toEqual([]);
});

test('the noise of a network is a cloud in the plane, and follows the law in total variance', async ({ page }) => {
  const lab = await new LabPage(page).open('#problem=circles');
  await lab.choose('noise');
  await lab.press('Resample');
  const total = page.getByTestId('noise-total');
  await expect(total).toContainText('added up over all weights');
  const [predicted, measured] = ((await total.getAttribute('data-values')) ?? '').split(',').map(Number);
  expect(Math.abs(measured / predicted - 1)).toBeLessThan(0.3);
  await lab.press('Step');
  await lab.reaches(1);
  await expect(total).not.toHaveAttribute('data-values', `${predicted},${measured}`);
  const slider = lab.slider('Batch size');
  await slider.fill((await slider.getAttribute('max')) ?? '');
  await expect(page.getByText('there is no noise')).toBeVisible();
  expect(lab.errors).toEqual([]);
});
