// A network on the page: its picture, one step layer by layer, its weights by keyboard and by name, and its layers in
// numbers, against the step that the page is about to take.

import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { LabPage } from './page.ts';

let lab: LabPage;

test.beforeEach(({ page }) => {
  lab = new LabPage(page);
});

test.afterEach(() => {
  expect(lab.errors).toEqual([]);
});

const figure = (page: Page, name: string): Locator => page.getByRole('figure', { name, exact: true });
const part = (page: Page, name: string | RegExp): Locator => page.getByRole('option', { name });

/** A number as the page writes it. */
const numberIn = (text: string): number =>
  Number(text.replace('−', '-').replace(/ × 10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)/, (_, power) => `e${plain(power)}`));
const plain = (power: string): string =>
  [...power].map((sign) => (sign === '⁻' ? '-' : String('⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(sign)))).join('');

test('the table of weights says what the step is about to do with each', async ({ page }) => {
  await lab.open('#problem=circles&layers=4,2&step=3');
  const pending = await lab.reaches(3);
  await figure(page, 'Network').getByRole('button', { name: 'As a table' }).click();
  const rows = page.getByRole('table', { name: 'All weights and biases' }).locator('tbody tr');
  await expect(rows).toHaveCount(pending.weights.length);
  for (const index of [0, 7, 9, 24]) {
    const cells = await rows.nth(index).locator('td').allTextContents();
    const [weight, gradient, update] = cells.slice(2, 5).map(numberIn);
    for (const [shown, exact] of [
      [weight, pending.weights[index]],
      [gradient, pending.gradient[index]],
      [update, pending.update[index]],
    ])
      expect(Math.abs(shown - exact)).toBeLessThanOrEqual(0.005 * Math.abs(exact) + 1e-12);
  }
});

test('a weight is reached with the arrow keys, watched with Enter, and then written as a line', async ({ page }) => {
  await lab.open('#problem=xor');
  await expect(part(page, /^W1\[1,1\]/)).toHaveAttribute('aria-selected', 'true');
  await part(page, /^unit 1 of layer 1$/).focus();
  await page.keyboard.press('ArrowDown');
  await expect(part(page, /^unit 2 of layer 1$/)).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(part(page, /^W1\[2,1\]/)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(part(page, /^W1\[2,1\]/)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(part(page, /^b1\[2\]/)).toHaveAttribute('aria-selected', 'true');
  const numbers = page.getByRole('tabpanel');
  for (const name of ['W1[1,1]', 'W1[1,2]', 'W1[2,1]', 'b1[2]'])
    await expect(numbers.getByRole('rowheader', { name, exact: true }).first()).toBeVisible();
  await expect(page).toHaveURL(/watch=/);
  // The keys of the run are the picture's while it has the focus.
  expect((await lab.pending()).step).toBe(0);
});

test('a press on a line watches it, and the batch table takes its gradient apart', async ({ page }) => {
  await lab.open('#problem=moons&batchSize=5&watch=none');
  const line = part(page, /^W3\[1,2\]/);
  const box = await line.boundingBox();
  if (box === null) throw new Error('The line is nowhere.');
  await page.mouse.click(box.x + box.width * 0.5, box.y + box.height * 0.5);
  await expect(line).toHaveAttribute('aria-selected', 'true');
  await lab.choose('batch');
  const pending = await lab.pending();
  const table = page.getByRole('table', { name: /mini-batch/ });
  const column = (name: string) => table.locator(`tbody [data-column="${name}"]`);
  const values = (cells: Locator): Promise<number[]> =>
    cells.evaluateAll((elements) => elements.map((element) => Number((element as HTMLElement).dataset.value)));
  const index = 23;
  await expect(column(`gradient${index}`)).toHaveCount(5);
  const [deltas, activations, products] = [
    await values(column(`delta${index}`)),
    await values(column(`activation${index}`)),
    await values(column(`gradient${index}`)),
  ];
  expect(products).toHaveLength(pending.batch.length);
  for (const [row, product] of products.entries()) expect(product).toBe(deltas[row] * activations[row]);
  const mean = products.reduce((sum, product) => sum + product, 0) / products.length;
  expect(mean).toBeCloseTo(pending.gradient[index], 12);
  const foot = (id: string): Promise<number[]> =>
    values(table.getByTestId(id).locator(`[data-column="gradient${index}"]`));
  expect(await foot('batch-mean')).toEqual([pending.gradient[index]]);
  expect(await foot('batch-update')).toEqual([pending.update[index]]);
});

test('of many watched weights the batch table shows as many columns as fit, and turns to a new one', async ({
  page,
}) => {
  await lab.open('#problem=circles&watch=W1[1,1]+W1[2,2]+b1[1]+W2[1,2]+W3[1,1]');
  const table = page.getByRole('table', { name: /mini-batch/ });
  for (const [width, height] of [
    [1280, 720],
    [360, 740],
  ]) {
    await page.setViewportSize({ width, height });
    await page.getByRole('tab', { name: 'Batch', exact: true }).click();
    const choice = page.getByRole('combobox', { name: 'Columns', exact: true });
    await expect(choice).toBeVisible();
    const pages = await choice.locator('option').allTextContents();
    const seen: string[] = [];
    for (const [at, name] of pages.entries()) {
      await choice.selectOption({ index: at });
      await expect(choice.locator('option:checked')).toHaveText(name);
      seen.push(...(await table.locator('thead th').allTextContents()).slice(1));
      const [inner, outer] = await table.evaluate((element) => [
        element.scrollWidth,
        element.parentElement?.clientWidth ?? 0,
      ]);
      expect(inner).toBeLessThanOrEqual(outer);
    }
    expect(seen.filter((title) => title.startsWith('∂ℓ/∂'))).toHaveLength(5);
    await page.getByRole('button', { name: 'Columns before' }).click();
    await expect(choice.locator('option:checked')).toHaveText(pages[pages.length - 2]);
  }
  await page.setViewportSize({ width: 1280, height: 720 });
  await part(page, /^b3/).click({ force: true });
  await expect(table.locator('thead')).toContainText('b3[1]');
});

test('slow motion goes through the layers up and down, and the link names the phase', async ({ page }) => {
  await lab.open('#problem=circles&layers=3,2&phase=sample');
  const caption = page.getByTestId('phase-caption');
  const said = ['mini-batch', 'layer 1 of 3', 'layer 2 of 3', 'layer 3 of 3', 'loss of the mini-batch'];
  const back = ['layer 3 of 3', 'layer 2 of 3', 'layer 1 of 3', 'One update'];
  for (const words of [...said, ...back]) {
    await expect(caption).toContainText(words);
    await lab.press('Step');
  }
  await lab.reaches(1);
  await expect(caption).toContainText('mini-batch');
  for (const words of back.toReversed()) {
    await lab.press('Step back');
    await expect(caption).toContainText(words);
  }
  await expect(page).toHaveURL(/phase=backward/);
  await page.reload();
  // A link shows all of a phase.
  await expect(caption).toContainText('Backward, layer 1 of 3');
});

test('an example that is chosen is the one whose numbers are said, everywhere', async ({ page }) => {
  await lab.open('#problem=three-clusters');
  const { batch } = await lab.pending();
  const network = figure(page, 'Network');
  await network.getByRole('combobox').selectOption({ label: `example ${batch[2]}` });
  await expect(network).toHaveAccessibleDescription(new RegExp(`Shown: example ${batch[2]}\\.`));
  await network.getByRole('combobox').selectOption({ index: 0 });
  await expect(network).toHaveAccessibleDescription(/Shown: mean of the batch/);
  // And by a press in data space, which shows the plane from -3 to 3.
  await lab.choose('batch');
  const row = page.getByRole('table', { name: /mini-batch/ }).locator('tbody tr[data-row="4"]');
  const [x1, x2] = await Promise.all(
    ['x1', 'x2'].map((name) => row.locator(`[data-column="${name}"]`).getAttribute('data-value').then(Number)),
  );
  const box = await figure(page, 'Data space').locator('svg rect').last().boundingBox();
  if (box === null) throw new Error('Data space is nowhere.');
  const perUnit = Math.min(box.width, box.height) / 6;
  await page.mouse.click(box.x + box.width / 2 + perUnit * x1, box.y + box.height / 2 - perUnit * x2);
  await expect(network.getByRole('combobox')).toHaveValue(String(batch[4]));
  await expect(network).toHaveAccessibleDescription(new RegExp(`Shown: example ${batch[4]}\\.`));
});

test('the two faces of the large place are swapped, and stand side by side where there is room', async ({ page }) => {
  await lab.open('#problem=circles');
  await expect(figure(page, 'Network')).toBeVisible();
  await expect(figure(page, 'Weight space')).toBeHidden();
  await lab.press('Weight space');
  await expect(figure(page, 'Weight space')).toBeVisible();
  await expect(figure(page, 'Network')).toBeHidden();
  await page.setViewportSize({ width: 1600, height: 900 });
  await expect(figure(page, 'Weight space')).toBeVisible();
  await expect(figure(page, 'Network')).toBeVisible();
});

test('the layers in numbers are those of the pending step, and their strips come with the steps', async ({ page }) => {
  await lab.open('#problem=circles&layers=4,2&step=40');
  const pending = await lab.reaches(40);
  await lab.choose('layers');
  const layers = figure(page, 'Layers');
  await expect(layers.locator('canvas')).toBeVisible();
  const size = (vector: readonly number[], from: number, to: number): number =>
    Math.sqrt(vector.slice(from, to).reduce((sum, value) => sum + value * value, 0) / (to - from));
  const bounds = [
    [0, 12],
    [12, 22],
    [22, 25],
  ] as const;
  for (const [layer, [from, to]] of bounds.entries()) {
    const cell = (name: string): Promise<string> =>
      layers
        .locator(`tr[data-layer="${layer + 1}"] [data-column="${name}"]`)
        .textContent()
        .then(String);
    const gradient = size(pending.gradient, from, to);
    const ratio = size(pending.update, from, to) / size(pending.weights, from, to);
    expect(numberIn(await cell('gradient')) / gradient).toBeCloseTo(1, 2);
    expect(numberIn(await cell('ratio')) / ratio).toBeCloseTo(1, 2);
    expect(await cell('dead')).toMatch(layer < 2 ? /^0 of [42]$/ : /^—$/);
  }
});

test('units that are dead on all data are marked and counted', async ({ page }) => {
  await lab.open('#problem=circles&activation=relu&layers=8,8&learningRate=1&step=400&seed=3');
  await lab.reaches(400);
  await lab.choose('layers');
  const dead = figure(page, 'Layers').locator('[data-column="dead"]');
  await expect(dead.first()).toHaveText(/of 8/);
  const counts = (await dead.allTextContents()).slice(0, 2).map((text) => Number(text.split(' ')[0]));
  const all = counts.reduce((sum, count) => sum + count, 0);
  expect(all).toBeGreaterThan(0);
  await expect(figure(page, 'Network')).toHaveAccessibleDescription(
    new RegExp(`On all data ${all} of the hidden units`),
  );
});

for (const theme of ['light', 'dark'] as const)
  test(`axe finds nothing in the views of a network, ${theme}`, async ({ page }) => {
    await lab.open(`?theme=${theme}#problem=circles&step=3&phase=backward`);
    await lab.reaches(3);
    await expect(figure(page, 'Network')).toBeVisible();
    await lab.choose('layers');
    await expect(figure(page, 'Layers')).toBeVisible();
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    for (const isTable of [false, true]) {
      if (isTable) await lab.press('As a table');
      const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target)}`)).toEqual([]);
    }
  });

test('while a run goes as fast as it can, the maps follow and the page stays in step', async ({ page }) => {
  await lab.open('#problem=circles&layers=8,8');
  await expect(figure(page, 'Network')).toBeVisible();
  const pixels = (): Promise<string> =>
    figure(page, 'Network').evaluate((element) =>
      [...element.querySelectorAll('canvas')].map((canvas) => canvas.toDataURL()).join(),
    );
  const before = await pixels();
  await lab.slide('Speed', 100);
  await lab.press('Play');
  await expect.poll(pixels).not.toBe(before);
  await lab.press('Pause');
  const { step } = await lab.pending();
  expect(step).toBeGreaterThan(0);
});

test('what was to be seen of a network is printed on one sheet, with the plane of its start', async ({ page }) => {
  await lab.open('#problem=circles&step=7&startPlane=3,9&start=0.2,0.1&initial=normal');
  await lab.reaches(7);
  await expect(figure(page, 'Network')).toBeVisible();
  const pdf = await page.pdf({ format: 'A4', printBackground: true });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  await page.emulateMedia({ media: 'print' });
  await expect(figure(page, 'Network')).toBeVisible();
  await expect(figure(page, 'Weight space')).toBeHidden();
  const box = await figure(page, 'Network').boundingBox();
  expect(box?.width).toBeGreaterThan(350);
  const row = (name: string | RegExp): Locator => page.locator('dl > div').filter({ hasText: name });
  await expect(row('That offset lies along')).toContainText('W1[2,2], b1[2]');
  await expect(row(/^Spread/)).toHaveCount(1);
  await expect(row(/^Every weight/)).toHaveCount(0);
  await expect(page.getByText('Show', { exact: true })).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(figure(page, 'Weight space')).toBeVisible();
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  await expect(figure(page, 'Weight space')).toBeVisible();
  await expect(figure(page, 'Network')).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
});
