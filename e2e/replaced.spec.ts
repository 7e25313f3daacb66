// Another optimizer begins the run anew and brings its own rate: the page says so, and one press takes it back.

import { expect, test } from '@playwright/test';
import { LabPage } from './page.ts';

let lab: LabPage;

test.beforeEach(({ page }) => {
  lab = new LabPage(page);
});

test.afterEach(() => {
  expect(lab.errors).toEqual([]);
});

test('another optimizer in mid-run says what it did, and one press brings the run back', async ({ page }) => {
  await lab.open('#learningRate=0.07&seed=3&step=40');
  const before = await lab.reaches(40);
  const optimizer = page.getByRole('combobox', { name: 'Optimizer', exact: true });
  const notices = page.getByRole('status', { name: 'Notices' });
  await optimizer.selectOption('adam');
  await lab.reaches(0);
  await expect(notices).toContainText('The run began anew with Adam. The learning rate was set from 0.07 to 0.1.');
  await lab.press('Step');
  await lab.reaches(1);
  await lab.press('Back to step 40 of SGD');
  expect(await lab.reaches(40)).toEqual(before);
  await expect(optimizer).toHaveValue('sgd');
  await expect(lab.slider('Step of the run')).toHaveAttribute('max', '40');
  await expect(notices).toBeEmpty();
  await expect.poll(() => page.url()).toContain('step=40');
});

test('the same in German, with its own decimal sign, and where no run was under way', async ({ page }) => {
  await page.goto('/?level=all&lang=de#learningRate=0.07');
  await lab.reaches(0);
  await page.getByRole('combobox', { name: 'Optimierer' }).selectOption('adam');
  const notices = page.getByRole('status', { name: 'Hinweise' });
  await expect(notices).toContainText('Gewählt wurde Adam. Die Lernrate wurde von 0,07 auf 0,1 gesetzt.');
  await lab.press('Zurück zu SGD');
  await expect(lab.readout).toHaveAttribute('data-learning-rate', '0.07');
});

test('a contender says it as well', async ({ page }) => {
  await lab.open('#contenders=sgd,0.02,8');
  await lab.choose('compare');
  const row = page.getByRole('listitem', { name: 'Contender B' });
  await row.getByLabel('Optimizer of B').selectOption('adam');
  await expect(row).toContainText('The learning rate was set from 0.02 to 0.1.');
  await row.getByRole('button', { name: 'Back to SGD' }).click();
  await expect(row.getByLabel('Learning rate of B')).toHaveValue('0.02');
});
