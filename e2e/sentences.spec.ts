// The sentence on a problem can be pressed where it promises something, and what a run comes to is said.

import { expect, test } from '@playwright/test';
import { LabPage } from './page.ts';

test('what the sentence on a problem promises is done at a press, and taken back at another', async ({ page }) => {
  const lab = await new LabPage(page).open('#problem=line-fit&step=5');
  const before = await lab.reaches(5);
  const phrase = page.getByRole('banner').getByRole('button', { name: 'standardising it' });
  await expect(phrase).toHaveAttribute('aria-pressed', 'false');
  await phrase.press('Enter');
  await lab.reaches(0);
  await expect(phrase).toHaveAttribute('aria-pressed', 'true');
  await expect(phrase).toContainText('again: back');
  await expect.poll(() => new URL(page.url()).hash).toContain('standardised');
  await phrase.click();
  const back = await lab.reaches(5);
  expect(back.weights).toEqual(before.weights);
  await expect(phrase).toHaveAttribute('aria-pressed', 'false');
  await expect(page.getByRole('banner')).not.toContainText('again: back');
  expect(lab.errors).toEqual([]);
});

test('a link that keeps the promise is taken back to what is usual', async ({ page }) => {
  const lab = await new LabPage(page).open('#problem=sigmoid-neuron&loss=bce');
  const phrase = page.getByRole('banner').getByRole('button', { name: 'cross-entropy' });
  await expect(phrase).toHaveAttribute('aria-pressed', 'true');
  await phrase.click();
  await expect(phrase).toHaveAttribute('aria-pressed', 'false');
  await expect.poll(() => new URL(page.url()).hash).not.toContain('loss');
  expect(lab.errors).toEqual([]);
});

test('a run says what it comes to: a new epoch, a step too far, a batch for itself', async ({ page }) => {
  const lab = await new LabPage(page).open('#problem=line-fit');
  const narration = page.locator('main > [data-longest]');
  await lab.press('Next epoch');
  await lab.reaches(13);
  await expect(narration).toContainText('New epoch: the examples are reshuffled.');
  const isSelfish = narration.getByText('This batch would help itself and hurt the rest');
  for (let step = 14; step < 60 && !(await isSelfish.isVisible()); step++) {
    await lab.press('Step');
    await lab.reaches(step);
  }
  await expect(isSelfish).toBeVisible();
  await page.goto('/?level=all#problem=line-fit&learningRate=0.6&step=3');
  await lab.reaches(3);
  await expect(narration).toContainText('and the step overshoots');
  expect(lab.errors).toEqual([]);
});

test('a term says what it means to who points at it, comes to it with the keys, or taps it', async ({ page }) => {
  const lab = await new LabPage(page).open('#problem=line-fit');
  const tip = page.getByRole('tooltip');
  const term = page.getByRole('button', { name: 'Learning rate', exact: true });
  await expect(page.getByRole('tab').first()).toBeVisible();
  await term.hover();
  await expect(tip).toContainText('multiplies minus the gradient');
  await page.mouse.move(5, 400);
  await expect(tip).toHaveCount(0);
  await page.getByRole('banner').getByRole('button', { name: 'feature', exact: true }).focus();
  await expect(tip).toContainText('A number of an example');
  await page.keyboard.press('Escape');
  await expect(tip).toHaveCount(0);
  await term.click();
  await expect(tip).toBeVisible();
  await lab.press('Step');
  await expect(tip).toHaveCount(0);
  await lab.reaches(1);
  await lab.choose('glossary');
  await expect(page.getByRole('tabpanel')).toContainText('Epoch');
  await expect(page.getByRole('tabpanel')).toContainText('Goodfellow');
  expect(lab.errors).toEqual([]);
});
