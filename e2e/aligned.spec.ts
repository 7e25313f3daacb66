// What stands beside each other stands in one line, and what a press brings can be seen.

import { expect, type Locator, test } from '@playwright/test';
import { LabPage } from './page.ts';

/** Distances of one edge of these from the top of the window, in whole pixels. */
async function edgesOf(elements: readonly Locator[], edge: 'top' | 'bottom'): Promise<readonly number[]> {
  const boxes = await Promise.all(elements.map((element) => element.boundingBox()));
  return boxes.map((box) => Math.round((box?.y ?? Number.NaN) + (edge === 'bottom' ? (box?.height ?? 0) : 0)));
}

test('in the head the controls stand in one line, and under it the three plots begin at one height', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  const lab = await new LabPage(page).open('?lang=de#problem=line-fit');
  const selects = page.getByRole('banner').getByRole('combobox');
  await expect(selects).toHaveCount(3);
  const controls = [...(await selects.all()), lab.button('Einstellungen'), lab.button('Menü')];
  expect(new Set(await edgesOf(controls, 'bottom')).size).toBe(1);
  const tops = ['Gewichtsraum', 'Datenraum', 'Verlustkurve'].map((name) =>
    page.getByRole('figure', { name }).evaluate((figure) => {
      const [width, height] = [figure.clientWidth / 2, figure.clientHeight / 2];
      const boxes = [...figure.querySelectorAll('rect, path')].map((each) => each.getBoundingClientRect());
      const large = boxes.filter((box) => box.width > width && box.height > height);
      return Math.round(Math.min(...large.map(({ top }) => top)));
    }),
  );
  const heights = await Promise.all(tops);
  expect(heights.every(Number.isFinite)).toBe(true);
  expect(new Set(heights).size).toBe(1);
});

test('in the smallest frame the sliders of the run and of its speed lie in one line', async ({ page }) => {
  await page.setViewportSize({ width: 500, height: 300 });
  const lab = await new LabPage(page).open();
  const [run, speed] = await edgesOf([lab.slider('Step of the run'), lab.slider('Speed')], 'top');
  expect(run).toBe(speed);
});

test('on a phone a view that is chosen is seen, with the knobs above it', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const lab = await new LabPage(page).open();
  await lab.choose('batch');
  const table = page.getByRole('tabpanel').getByRole('table');
  await expect(table.getByRole('row').nth(1)).toBeInViewport();
  await expect(lab.slider('Batch size')).toBeInViewport();
  // Nothing of a setting's name is broken inside a word.
  await page.getByRole('button', { name: 'Settings' }).click();
  const name = page.getByText('Number of examples', { exact: true });
  expect((await name.boundingBox())?.height).toBeLessThan(45);
  await page.keyboard.press('Escape');
  // Names of columns as long as they may be make a choice no wider than its dialog.
  await lab.choose('examples');
  await lab.press('Paste data');
  const long = 'Electricity consumption per head and yea';
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill(`x,${long}\n1,2\n2,3\n3,5`);
  const target = dialog.getByRole('combobox').filter({ hasText: long }).last();
  await expect(target).toContainText(long);
  const [inner, outer] = await Promise.all([target.boundingBox(), dialog.boundingBox()]);
  expect((inner?.x ?? 0) + (inner?.width ?? 0)).toBeLessThanOrEqual((outer?.x ?? 0) + (outer?.width ?? 0));
});
