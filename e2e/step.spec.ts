// One update taken apart: every number of it, wherever it stands, is the same number.

import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { LabPage, type PendingStep } from './page.ts';

let lab: LabPage;

test.beforeEach(({ page }) => {
  lab = new LabPage(page);
});

test.afterEach(() => {
  expect(lab.errors).toEqual([]);
});

const choose = (name: string): Promise<void> => lab.choose(name);

const numbers = (text: string | null): number[] => (text ?? '').split(',').map(Number);

const next = ({ weights, update }: PendingStep): number[] => weights.map((weight, i) => weight + update[i]);

/** Where a mark ends, as weights: from pixels by the view and the rectangle that the plot says it has. */
async function endOf(page: Page, arrow: string): Promise<{ weights: number[]; dx: number; dy: number }> {
  const line = page.getByTestId(arrow);
  const [x1, y1, x2, y2] = await line.evaluate((element) =>
    ['x1', 'y1', 'x2', 'y2'].map((name) => Number(element.getAttribute(name))),
  );
  const { view, plot } = await line.evaluate((element) => {
    const { view = '', plot = '' } = element.closest('svg')!.dataset;
    return { view, plot };
  });
  const [low1, high1, low2, high2] = numbers(view) as [number, number, number, number];
  const [left, top, right, bottom] = numbers(plot) as [number, number, number, number];
  const weights = [
    low1 + ((x2 - left) / (right - left)) * (high1 - low1),
    low2 + ((bottom - y2) / (bottom - top)) * (high2 - low2),
  ];
  const perUnit = [(right - left) / (high1 - low1), (bottom - top) / (high2 - low2)];
  return { weights, dx: (x2 - x1) / perUnit[0], dy: (y1 - y2) / perUnit[1] };
}

function expectClose(actual: readonly number[], wanted: readonly number[], tolerance = 1e-9): void {
  expect(actual).toHaveLength(wanted.length);
  actual.forEach((value, i) => {
    expect(Math.abs(value - wanted[i])).toBeLessThan(tolerance * Math.max(1, Math.abs(wanted[i])));
  });
}

const cases = [
  ['line-fit', 'sgd', 5],
  ['logistic-regression', 'adam', 14],
  ['tug-of-war', 'rmsprop', 3],
  ['sine-fit', 'momentum', 9],
  ['gaussian-wells', 'lion', 4],
  ['two-layer-product', 'nadam', 2],
] as const;

for (const [problem, optimizer, step] of cases) {
  test(`table, formula, code, rule, and arrows say the same: ${problem}, ${optimizer}, step ${step}`, async () => {
    await lab.open(`#problem=${problem}&optimizer=${optimizer}&step=${step}`);
    const pending = await lab.reaches(step);

    await choose('batch');
    const table = lab.page.getByRole('table', { name: 'Every example of the mini-batch, and the mean' });
    await expect(table.locator('[data-row]')).toHaveCount(pending.batch.length);
    const rows = await table.locator('[data-row]').evaluateAll((elements) =>
      elements.map((row) => ({
        index: Number(row.querySelector('th')!.textContent),
        gradient1: Number(row.querySelector<HTMLElement>('[data-column="gradient1"]')!.dataset.value),
        gradient2: Number(row.querySelector<HTMLElement>('[data-column="gradient2"]')!.dataset.value),
        loss: Number(row.querySelector<HTMLElement>('[data-column="loss"]')!.dataset.value),
      })),
    );
    expect(rows.map(({ index }) => index)).toEqual(pending.batch);
    const mean = (name: 'gradient1' | 'gradient2' | 'loss') =>
      rows.reduce((sum, row) => sum + row[name], 0) / rows.length;
    expectClose([mean('gradient1'), mean('gradient2'), mean('loss')], [...pending.gradient, pending.batchLoss], 1e-12);
    const meanRow = table.getByTestId('batch-mean');
    for (const [column, value] of [
      ['gradient1', pending.gradient[0]],
      ['gradient2', pending.gradient[1]],
      ['loss', pending.batchLoss],
    ] as const)
      await expect(meanRow.locator(`[data-column="${column}"]`)).toHaveAttribute('data-value', String(value));
    const shownGradient = await meanRow.locator('[data-column="gradient1"]').textContent();

    await choose('numbers');
    const formula = lab.page.getByRole('tabpanel');
    await expect(
      formula.locator('[data-quantity="batch-gradient"]').filter({ hasText: shownGradient! }),
    ).not.toHaveCount(0);

    await choose('code');
    for (const language of ['NumPy', 'PyTorch', 'TensorFlow', 'JavaScript']) {
      await lab.page.getByRole('radio', { name: language, exact: true }).check();
      const code = lab.page.getByTestId('code');
      const values = (key: string): Promise<number[][]> =>
        code
          .locator(`[data-key="${key}"]`)
          .evaluateAll((elements) =>
            elements.map((element) => (element as HTMLElement).dataset.value!.split(',').map(Number)),
          );
      const gradients = await values('gradient');
      expect(gradients.length, `${language} shows the gradient`).toBeGreaterThan(0);
      for (const gradient of gradients) expect(gradient).toEqual(pending.gradient);
      for (const loss of await values('loss')) expect(loss).toEqual([pending.batchLoss]);
      for (const batch of await values('batch')) expect(batch).toEqual(pending.batch);
      const after = await values('nextWeights');
      expect(after.length, `${language} shows the weights after the step`).toBeGreaterThan(0);
      for (const weights of after) expect(weights).toEqual(next(pending));
    }

    await choose('optimizer');
    await expect(lab.page.getByTestId('rule-update')).toHaveAttribute('data-value', pending.update.join(','));

    const update = await endOf(lab.page, 'arrow-update');
    expectClose(update.weights, next(pending), 1e-9);
    const batchArrow = await endOf(lab.page, 'arrow-batch-gradient');
    const scale = -batchArrow.dx / pending.gradient[0];
    expectClose(
      [batchArrow.dx, batchArrow.dy],
      pending.gradient.map((value) => -scale * value),
      1e-9,
    );
    expect(scale).toBeGreaterThan(0);
    await expect(lab.readout).toHaveAttribute('data-step', String(step));
  });
}

const phases = ['Sample', 'Forward', 'Loss', 'Backward', 'Update'] as const;

test('Slow motion goes from phase to phase, and the table fills with it', async () => {
  await lab.open('#problem=line-fit&batchSize=4');
  await choose('batch');
  const slowMotion = lab.page.getByRole('checkbox', { name: 'Slow motion' });
  await slowMotion.check();
  const filled = { Sample: 2, Forward: 3, Loss: 4, Backward: 9, Update: 9 };
  for (const phase of phases) {
    await expect(lab.page.locator('[aria-current="step"][data-phase]').first()).toHaveText(phase);
    await expect(lab.page.locator('[data-row="0"] td[data-value]')).toHaveCount(filled[phase]);
    await expect(lab.page.getByTestId('phase-caption')).not.toBeEmpty();
    const isVisible = async (name: string) => (await lab.page.getByTestId(name).count()) === 1;
    expect(await isVisible('arrow-update')).toBe(phase === 'Update');
    expect(await isVisible('next-weights')).toBe(phase === 'Update');
    // The gradient stays, to be compared with what the rule makes of it.
    expect(await isVisible('arrow-batch-gradient')).toBe(phase === 'Backward' || phase === 'Update');
    expect((await lab.pending()).step).toBe(0);
    if (phase !== 'Update') await lab.press('Step');
  }
  const { weights } = await endOf(lab.page, 'arrow-update');
  await lab.press('Step');
  expectClose(weights, (await lab.reaches(1)).weights);
  await lab.press('Step back');
  await lab.reaches(0);
  await expect(lab.page.locator('[aria-current="step"][data-phase]').first()).toHaveText('Update');
  await lab.page.getByRole('button', { name: 'Forward', exact: true }).click();
  await expect(lab.page.locator('[data-row="0"] td[data-value]')).toHaveCount(filled.Forward);
  await slowMotion.uncheck();
  await expect(lab.page.getByTestId('phase-caption')).toHaveCount(0);
});

test('a phase has an address, and marks its line of code', async () => {
  await lab.open('#problem=line-fit&phase=backward');
  await expect(lab.page.getByRole('button', { name: 'Backward', exact: true })).toHaveAttribute('aria-current', 'step');
  await choose('code');
  await lab.page.getByRole('radio', { name: 'PyTorch', exact: true }).check();
  await expect(lab.page.getByTestId('code').locator('[aria-current="step"]')).toHaveText([
    /optimizer\.zero_grad\(\)/,
    /loss\.backward\(\)/,
  ]);
  await lab.press('Step');
  await expect(lab.page.getByTestId('code').locator('[aria-current="step"]')).toHaveText([/optimizer\.step\(\)/]);
  await expect.poll(() => lab.page.evaluate(() => location.hash)).toContain('phase=update');
});

test('no view, layer, phase, or draw adds a step or changes the pending one', async () => {
  await lab.open('#problem=sine-fit&optimizer=adam&step=7');
  const before = await lab.reaches(7);
  const { page } = lab;
  await choose('gradients');
  await page.getByRole('checkbox', { name: /gradient of each example/ }).check();
  for (const name of ['tip to tail', 'cloud', 'fan', 'over the full loss', 'instead of it', 'not drawn'])
    await page.getByRole('radio', { name, exact: true }).check();
  for (const name of ['batch', 'optimizer', 'code', 'noise']) await choose(name);
  await lab.press('Resample');
  await lab.press('Resample again');
  await page.getByRole('checkbox', { name: 'Slow motion' }).check();
  for (const phase of phases) await page.getByRole('button', { name: phase, exact: true }).click();
  await page.getByRole('checkbox', { name: 'Slow motion' }).uncheck();
  expect(await lab.pending()).toEqual(before);
  await expect(lab.slider('Step of the run')).toHaveAttribute('max', '7');
});

test('a batch of 1,000 scrolls with the mean in view, and only the rows in sight are there', async () => {
  await lab.open('#problem=line-fit&examples=1000&batchSize=1000');
  await choose('batch');
  const { page } = lab;
  // The cells stay in place, not their row.
  const mean = page.getByTestId('batch-mean').getByRole('rowheader');
  await expect(mean).toBeInViewport();
  expect(await page.locator('[data-row]').count()).toBeLessThan(80);
  await page.locator('[data-row="0"]').focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('[data-row="1"]')).toBeFocused();
  await expect(page.locator('[data-row="1"]')).toHaveAttribute('data-lit', 'true');
  await page.keyboard.press('End');
  await expect(page.locator('[data-row="999"]')).toBeFocused();
  await expect(page.locator('[data-row="999"]')).toBeInViewport();
  await expect(mean).toBeInViewport();
  expect(await page.locator('[data-row]').count()).toBeLessThan(80);
});

test('the angle and the relative error are those of the two gradients', async () => {
  await lab.open('#problem=rotated-valley&batchSize=2&step=3');
  const { gradient, fullGradient } = await lab.reaches(3);
  await choose('gradients');
  const [g1, g2] = gradient as [number, number];
  const [f1, f2] = fullGradient as [number, number];
  const cosine = (g1 * f1 + g2 * f2) / (Math.hypot(g1, g2) * Math.hypot(f1, f2));
  const angle = Number(await lab.page.getByTestId('gradient-angle').getAttribute('data-value'));
  expectClose([angle], [(Math.acos(cosine) * 180) / Math.PI], 1e-6);
  const error = Number(await lab.page.getByTestId('gradient-error').getAttribute('data-value'));
  expectClose([error], [Math.hypot(g1 - f1, g2 - f2) / Math.hypot(f1, f2)]);
});

test('the noise shrinks with the batch, to nothing at all of the data', async () => {
  await lab.open('#problem=tug-of-war&batchSize=2');
  await choose('noise');
  await lab.press('Resample');
  const deviations = async (of: string): Promise<number[]> =>
    numbers(await lab.page.getByTestId(`noise-${of}`).getAttribute('data-values'));
  const small = await deviations('full-gradient');
  const measured = await deviations('batch-gradient');
  // 500 draws measure a standard deviation to about 3 %.
  expect(measured[0] / small[0]).toBeGreaterThan(0.85);
  expect(measured[0] / small[0]).toBeLessThan(1.15);
  await lab.slide('Batch size', 8);
  await expect.poll(async () => (await deviations('full-gradient'))[0]).toBeLessThan(small[0]);
  const slider = lab.slider('Batch size');
  await slider.fill((await slider.getAttribute('max'))!);
  await expect(lab.page.getByText('there is no noise')).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const)
  for (const name of ['batch', 'gradients', 'noise', 'optimizer', 'code'])
    test(`a step in the view ${name} breaks no rule of accessibility, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await lab.open('#problem=line-fit&optimizer=adam&step=5&phase=update');
      await lab.reaches(5);
      await choose(name);
      if (name === 'noise') await lab.press('Resample');
      await expect(page.getByRole('tabpanel').locator('table, [data-testid="code"]').first()).toBeVisible();
      const { violations } = await new AxeBuilder({ page })
        .include('[role="tabpanel"]')
        .include('main section')
        .analyze();
      expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
    });

test('the exported picture shows what the page shows: the noise, and the marks of the optimizer', async () => {
  const { page } = lab;
  const pictureOf = async (view: 'noise' | 'optimizer'): Promise<string> => {
    await choose(view);
    if (view === 'noise') await lab.press('Resample');
    await lab.press('Menu');
    await page.getByRole('button', { name: 'Export …' }).click();
    const text = page.getByRole('dialog', { name: 'Export' }).getByRole('textbox', { name: 'Text of the file' });
    await expect(text).toHaveValue(/<\/svg>$/);
    const svg = await text.inputValue();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog', { name: 'Export' })).toBeHidden();
    return svg;
  };
  await lab.open('#problem=line-fit&optimizer=adam&step=6');
  await lab.reaches(6);
  const dots = (svg: string): number => (svg.match(/A1\.8,1\.8/g) ?? []).length;
  const noise = await pictureOf('noise');
  expect(dots(noise)).toBe(1000);
  expect(noise).not.toContain('rate per axis');
  const optimizer = await pictureOf('optimizer');
  expect(dots(optimizer)).toBe(0);
  expect(optimizer).toContain('rate per axis');
  await expect(page.getByTestId('axis-rates')).toHaveAttribute('d', /^M/);
});

test('every export can be read, and the picture is a document of its own', async () => {
  await lab.open('#problem=line-fit&optimizer=adam&step=6');
  await lab.reaches(6);
  const { page } = lab;
  await lab.press('Menu');
  await page.getByRole('button', { name: 'Export …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  const text = dialog.getByRole('textbox', { name: 'Text of the file' });
  await expect(text).toHaveValue(/^<svg .*data:image\/png.*<\/svg>$/s);
  const picture = dialog.getByRole('img');
  await expect.poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(720);
  const kind = dialog.getByRole('combobox', { name: 'What' });
  await kind.selectOption('png');
  await dialog.getByRole('combobox', { name: 'Scale' }).selectOption('3');
  await expect.poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(2160);
  await kind.selectOption('csv');
  await expect(text).toHaveValue(/^step,epoch/);
  expect((await text.inputValue()).trim().split('\n')).toHaveLength(7);
  await kind.selectOption('json');
  await expect(text).toHaveValue(/"format": "minibatch-lab-run"/);
  for (const [script, sign] of [
    ['numpy', 'import numpy'],
    ['pytorch', 'import torch'],
    ['tensorflow', 'import tensorflow'],
    ['tfjs', '@tensorflow/tfjs'],
    ['javascript', 'const batches'],
  ] as const) {
    await kind.selectOption(script);
    await expect(text).toHaveValue(new RegExp(sign));
  }
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Download' }).click(),
  ]);
  expect(saved.suggestedFilename()).toBe('minibatch-lab.mjs');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});
