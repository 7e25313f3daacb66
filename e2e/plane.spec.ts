// The plane of weight space, chosen on the page: it belongs to the view, and only the start that is dragged in it to the run.

import { expect, type Page, test } from '@playwright/test';
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

/** The weights once link and readout have followed the last move of the start. */
async function movedTo(page: Page): Promise<readonly number[]> {
  let before = '';
  const isStill = async (): Promise<boolean> => {
    const now = `${page.url()} ${(await lab.reaches(0)).weights}`;
    const isSame = now === before;
    before = now;
    return isSame;
  };
  await expect.poll(isStill, { intervals: [500] }).toBe(true);
  return (await lab.reaches(0)).weights;
}

test('the start is moved in a random plane, and the link leads back to it', async ({ page }) => {
  await lab.open('#problem=circles&plane=random+7');
  await lab.reaches(0);
  await page.getByRole('button', { name: 'Weight space', exact: true }).click();
  await expect(page.getByTestId('readout')).toHaveAttribute('data-plane', 'random');
  await page.getByTestId('weights-handle').focus();
  for (let press = 0; press < 5; press++) await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(() => decodeURIComponent(page.url())).toContain('startPlane=random 7');
  const weights = await movedTo(page);
  await page.reload();
  expect((await lab.reaches(0)).weights).toEqual(weights);
});

test('the start is dragged in a plane that goes along, and a mark says where it is not', async ({ page }) => {
  await lab.open('#problem=circles&plane=weights+along&step=20&watch=W1[2,2]+b1[1]');
  const before = await lab.reaches(20);
  await page.getByRole('button', { name: 'Weight space', exact: true }).click();
  await expect(page.getByTestId('readout')).toHaveAttribute('data-plane', 'weights');
  const handle = page.getByTestId('weights-handle');
  const box = await handle.locator('circle').first().boundingBox();
  if (box === null) throw new Error('The handle is nowhere.');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 40, y - 30, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => decodeURIComponent(page.url())).toContain('startPlane=3,8');
  const moved = await movedTo(page);
  expect(moved[3]).toBeGreaterThan(before.weights[3]);
  expect(moved[8]).toBeGreaterThan(before.weights[8]);
  const after = await handle.locator('circle').first().boundingBox();
  expect(Math.abs((after?.x ?? 0) - box.x - 40)).toBeLessThan(2);
  expect(Math.abs((after?.y ?? 0) - box.y + 30)).toBeLessThan(2);
  await page.reload();
  expect((await lab.reaches(0)).weights).toEqual(moved);
  await page.getByRole('button', { name: 'Weight space', exact: true }).click();
  await page.getByRole('combobox', { name: 'Plane' }).selectOption('step');
  await expect(page.getByTestId('weights-mark').locator('title')).toHaveText(/here the weights are a mark/);
});

test('a plane is seen where the run is, and the button for it puts the view back', async ({ page }) => {
  await lab.open('#problem=circles&step=30');
  await lab.reaches(30);
  // What comes later changes the room that there is.
  await page.waitForLoadState('networkidle');
  await page.getByRole('button', { name: 'Weight space', exact: true }).click();
  const picture = page.getByRole('figure', { name: 'Weight space' }).locator('svg[data-view]');
  const width = async (): Promise<number> => {
    const [left, right] = ((await picture.getAttribute('data-view')) ?? '').split(',').map(Number);
    return right - left;
  };
  await expect.poll(width).toBeLessThan(2);
  const fitted = await width();
  await lab.press('Zoom out');
  await expect.poll(width).toBeCloseTo(1.5 * fitted, 6);
  await lab.press('Step');
  await lab.reaches(31);
  expect(await width()).toBeCloseTo(1.5 * fitted, 6);
  await lab.press('Reset view');
  await expect.poll(width).toBeCloseTo(fitted, 6);
});

test('on a phone one line is said of the plane, and all of it where it is asked for', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await lab.open('#problem=circles&step=12&plane=principal');
  await lab.reaches(12);
  await page.getByRole('button', { name: 'Weight space', exact: true }).click();
  const line = page.getByTestId('plane-line');
  await expect(line).toContainText('variance');
  const height = async (): Promise<number> => (await line.boundingBox())?.height ?? 0;
  const plot = page.getByRole('figure', { name: 'Weight space' });
  const before = await plot.boundingBox();
  expect(await height()).toBeLessThan(24);
  await lab.press('All that is said of the plane');
  await expect.poll(height).toBeGreaterThan(28);
  expect(Math.abs(((await plot.boundingBox())?.height ?? 0) - (before?.height ?? 0))).toBeLessThan(6);
  await lab.press('All that is said of the plane');
  await expect.poll(height).toBeLessThan(24);
});
