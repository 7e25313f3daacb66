// The section along the step on the page: it follows the step, and its axis is the learning rate's slider.

import { expect, type Locator, test } from '@playwright/test';
import { LabPage } from './page.ts';

async function opened(page: LabPage, hash = ''): Promise<Locator> {
  await page.open(hash);
  await page.choose('section');
  const figure = page.page.getByRole('figure', { name: 'Section along the step', exact: true });
  await expect(figure).toBeVisible();
  return figure;
}

const rateOf = async (page: LabPage): Promise<number> => (await page.pending()).learningRate;

test('the section follows the step, and says where it lands', async ({ page: browserPage }) => {
  const page = new LabPage(browserPage);
  await opened(page);
  const words = browserPage.getByTestId('section-words');
  await expect(words).toHaveText(/takes the loss of this batch from [\d.]+ to [\d.]+/);
  const first = await words.textContent();
  await page.press('Step');
  await expect(words).not.toHaveText(first ?? '');
  expect(page.errors).toEqual([]);
});

test('the rate is dragged on the axis, and moved by the keys of the slider', async ({ page: browserPage }) => {
  const page = new LabPage(browserPage);
  const figure = await opened(page);
  const handle = page.slider('Learning rate on the section');
  const slider = page.slider('Learning rate');
  const before = await rateOf(page);
  await handle.focus();
  await browserPage.keyboard.press('ArrowRight');
  await expect(slider).toHaveAttribute('aria-valuetext', '0.102');
  await browserPage.keyboard.press('ArrowLeft');
  await expect(slider).toHaveAttribute('aria-valuetext', '0.100');
  const grip = figure.getByTestId('section-rate').locator('circle').last();
  await grip.scrollIntoViewIfNeeded();
  const box = await grip.boundingBox();
  if (box === null) throw new Error('The handle is nowhere.');
  await browserPage.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await browserPage.mouse.down();
  await browserPage.mouse.move(box.x + box.width / 2 + 60, box.y + box.height / 2, { steps: 5 });
  await browserPage.mouse.up();
  await expect.poll(() => rateOf(page)).toBeGreaterThan(before * 1.5);
  const rate = await rateOf(page);
  await expect(handle).toHaveAttribute('aria-valuenow', String(rate));
  await expect(slider).toHaveAttribute('aria-valuetext', rate.toFixed(3));
  expect(page.errors).toEqual([]);
});

test('under a schedule the axis is the share of the update, and nothing is dragged on it', async ({
  page: browserPage,
}) => {
  const page = new LabPage(browserPage);
  const figure = await opened(page, '#schedule=cosine');
  await expect(browserPage.getByTestId('section-words')).toContainText('share of the update');
  await expect(figure.getByRole('slider')).toHaveCount(0);
  expect(page.errors).toEqual([]);
});

test('a network has its section too', async ({ page: browserPage }) => {
  const page = new LabPage(browserPage);
  await opened(page, '#problem=circles');
  await expect(browserPage.getByTestId('section-words')).toContainText('takes the loss of this batch');
  expect(page.errors).toEqual([]);
});

test('the picture is saved as a file', async ({ page: browserPage }) => {
  const page = new LabPage(browserPage);
  await opened(page);
  const coming = browserPage.waitForEvent('download');
  await page.press('Save this picture (SVG)');
  expect((await coming).suggestedFilename()).toBe('minibatch-lab-section.svg');
  expect(page.errors).toEqual([]);
});

test('nothing is computed of a section that cannot be seen', async ({ page: browserPage }) => {
  await browserPage.setViewportSize({ width: 500, height: 300 });
  const page = await new LabPage(browserPage).open();
  await page.press('More');
  await page.choose('section');
  const words = browserPage.getByTestId('section-words');
  await expect(words).toContainText('takes the loss of this batch');
  await page.press('Back to the run');
  await expect(words).toHaveText('The losses along the step are being computed.');
  await page.press('Step');
  await page.reaches(1);
  await expect(words).toHaveText('The losses along the step are being computed.');
  await page.press('More');
  await expect(words).toContainText('takes the loss of this batch');
  expect(page.errors).toEqual([]);
});
