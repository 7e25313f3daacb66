// The code of a network on the page: what stands beside its lines is the pending step, and each script can be had.

import { expect, test } from '@playwright/test';
import { LabPage } from './page.ts';

test('a network has its code in every language, with the numbers of the pending step', async ({ page }) => {
  const lab = new LabPage(page);
  await lab.open('#problem=three-clusters&optimizer=adam&step=4');
  const pending = await lab.reaches(4);
  await lab.choose('code');
  const code = page.getByTestId('code');
  for (const language of ['NumPy', 'PyTorch', 'PyTorch, tensors only', 'TensorFlow', 'Keras', 'JavaScript']) {
    await page.getByRole('radio', { name: language, exact: true }).check();
    await expect(code.locator('[data-key="loss"]').first()).toHaveAttribute('data-value', String(pending.batchLoss));
    if (language === 'Keras') continue;
    await expect(code.locator('[data-key="gradient"]').first()).toHaveAttribute(
      'data-value',
      pending.gradient.join(','),
    );
    const after = pending.weights.map((weight, i) => weight + pending.update[i]);
    await expect(code.locator('[data-key="nextWeights"]').last()).toHaveAttribute('data-value', after.join(','));
  }
  expect(lab.errors).toEqual([]);
});

test('the lines of the present layer are marked', async ({ page }) => {
  const lab = new LabPage(page);
  await lab.open('#problem=circles&phase=sample');
  await lab.choose('code');
  const present = page.getByTestId('code').locator('[aria-current="step"]');
  await lab.press('Step');
  await expect(present.first()).toContainText('z1 = x @ W1.T + b1');
  await expect(present.filter({ hasText: 'z2 =' })).toHaveCount(0);
  await lab.press('Step');
  await expect(present.first()).toContainText('z2 = a1 @ W2.T + b2');
  await expect(present.filter({ hasText: 'z1 =' })).toHaveCount(0);
});

test('every script of a network can be had', async ({ page }) => {
  const lab = new LabPage(page);
  await lab.open('#problem=circles&step=3');
  await lab.reaches(3);
  await lab.press('Menu');
  await page.getByRole('button', { name: 'Export …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  const text = dialog.getByRole('textbox', { name: 'Text of the file' });
  for (const [kind, words] of [
    ['numpy', 'delta1 = (delta2 @ W2) * (1 - a1 ** 2)'],
    ['pytorch', 'torch.nn.Sequential('],
    ['pytorch-tensors', 'W1 -= learning_rate * W1.grad'],
    ['tensorflow', 'tf.GradientTape()'],
    ['keras', 'model.train_on_batch(x, y)'],
    ['tfjs', 'tf.valueAndGrads(lossOf)'],
    ['javascript', 'affine(W1, x, b1)'],
  ] as const) {
    await dialog.getByRole('combobox', { name: 'What' }).selectOption(kind);
    await expect(text).toHaveValue(new RegExp(words.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')));
  }
});
