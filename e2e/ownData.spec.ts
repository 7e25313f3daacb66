// Examples of the reader's own: changed by hand, brought as text, taken along; and what is said of them.

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

const editorOf = (page: Page): Locator => page.getByTestId('example-editor');

async function openData(page: Page, address: string): Promise<void> {
  await lab.open(address);
  await lab.choose('examples');
  await expect(editorOf(page)).toBeVisible();
}

/** A place in the picture of the data, in shares from its left and its top. */
async function placeIn(page: Page, across: number, down: number): Promise<readonly [number, number]> {
  const box = await editorOf(page).boundingBox();
  if (box === null) throw new Error('There is no picture.');
  return [box.x + across * box.width, box.y + down * box.height];
}

const caption = (page: Page): Locator => page.getByRole('caption').filter({ hasText: /Examples|Beispiele/ });
const limit = (page: Page): Promise<string> =>
  page
    .getByText(/^limit /)
    .first()
    .evaluate((element) => element.textContent ?? '');

const german = `Größe (cm);Gewicht (kg);Sport
150,5;51;nein
160;57,5;nein
172;70;ja
181;82;ja
165;x;nein
;66;ja
190;90;ja
155;50;nein
168;64;nein
177;80;ja
`;

async function paste(page: Page, text: string): Promise<Locator> {
  await lab.press('Paste data');
  const dialog = page.getByRole('dialog', { name: 'Data of your own' });
  await dialog.getByLabel('Data as text').fill(text);
  return dialog;
}

test('a point is added, and dragged: surface, limit, and pending step follow the hand, the path stays as a ghost', async ({
  page,
}) => {
  await openData(page, '#problem=line-fit&step=4');
  const before = await lab.reaches(4);
  await expect(caption(page)).toHaveText('Examples 1 to 8 of 100');
  await page.mouse.click(...(await placeIn(page, 0.2, 0.15)));
  await expect(caption(page)).toHaveText('Examples 97 to 101 of 101');
  const added = await lab.reaches(0);
  expect(page.url()).not.toContain('examples=');
  await expect(page.getByTestId('ghost-path')).toBeAttached();
  const [startX, startY] = await placeIn(page, 0.2, 0.15);
  const limits = new Set<string>([await limit(page)]);
  await page.mouse.move(startX, startY);
  await page.mouse.down();
  const losses = new Set<number>([added.fullLoss]);
  for (const [across, down] of [
    [0.5, 0.5],
    [0.9, 0.9],
  ] as const) {
    await page.mouse.move(...(await placeIn(page, across, down)), { steps: 4 });
    await expect.poll(async () => losses.has((await lab.pending()).fullLoss)).toBe(false);
    losses.add((await lab.pending()).fullLoss);
    await expect.poll(async () => limits.has(await limit(page))).toBe(false);
    limits.add(await limit(page));
  }
  await page.mouse.up();
  expect((await lab.pending()).weights).toEqual([-1.8, 1.2]);
  expect(before.weights).not.toEqual([-1.8, 1.2]);
  await expect(page.getByTestId('ghost-path')).toBeAttached();
  await lab.press('Step');
  await lab.reaches(1);
  await expect(page.getByTestId('ghost-path')).toHaveCount(0);
});

test('every change of the setup is taken back and made again: data, a dragged start, a setting', async ({ page }) => {
  await openData(page, '#problem=line-fit');
  const first = await lab.pending();
  await page.mouse.click(...(await placeIn(page, 0.2, 0.15)));
  await expect(caption(page)).toContainText('of 101');
  await expect.poll(async () => (await lab.pending()).fullLoss).not.toBe(first.fullLoss);
  const second = await lab.pending();
  await page.getByTestId('weights-handle').press('ArrowRight');
  await expect.poll(async () => (await lab.pending()).weights[0]).not.toBe(second.weights[0]);
  const third = await lab.pending();
  await page.getByRole('combobox', { name: 'Optimizer', exact: true }).selectOption('adam');
  await expect.poll(async () => (await lab.pending()).update).not.toEqual(third.update);
  for (const state of [third, second, first]) {
    await page.keyboard.press('Control+z');
    await expect.poll(() => lab.pending()).toEqual(state);
  }
  await expect(lab.button('Undo')).toBeDisabled();
  await lab.press('Redo');
  await expect.poll(() => lab.pending()).toEqual(second);
  await page.keyboard.press('Control+Shift+Z');
  await expect.poll(() => lab.pending()).toEqual(third);
});

test('all of it by the keyboard', async ({ page }) => {
  await openData(page, '#problem=logistic-regression');
  const editor = editorOf(page);
  await editor.press('PageDown');
  await expect(editor).toHaveAccessibleName(/Example 1 of 100: x1 .*, x2 .*, y 0/);
  const name = await editor.getAttribute('aria-label');
  await editor.press('ArrowUp');
  await expect(editor).not.toHaveAttribute('aria-label', String(name));
  await editor.press('1');
  await expect(editor).toHaveAccessibleName(/y 1\.$/);
  await editor.press('Delete');
  await expect(caption(page)).toContainText('of 99');
  await editor.press('Enter');
  await expect(editor).toHaveAccessibleName(/Example 100 of 100/);
  await expect(caption(page)).toContainText('of 100');
  await lab.press('Add point');
  await expect(caption(page)).toContainText('of 101');
  // In numbers as well.
  await page.getByLabel('x1 of example 101').fill('9.5');
  await page.getByLabel('x1 of example 101').press('Enter');
  await expect(editor).toHaveAccessibleName(/x1 9\.50/);
  await page.getByRole('combobox', { name: 'y of example 101' }).selectOption('1');
  await expect(editor).toHaveAccessibleName(/y 1\.$/);
  await lab.press('Delete example 101');
  await expect(caption(page)).toContainText('of 100');
});

test('a German table is understood, can be corrected, and becomes examples with names and units on the axes', async ({
  page,
}) => {
  await openData(page, '#problem=line-fit');
  const dialog = await paste(page, 'Tag;Preis;Anteil\n1.5.2024;1.200 €;12,5 %\n2.5.2024;950,50 €;7 %\n');
  await expect(dialog).toContainText('Preis (€) is read as numbers, € being their unit.');
  await expect(dialog).toContainText('Anteil (%) is read as numbers, % being their unit.');
  await expect(dialog).toContainText('Tag looks like dates or times and is read as text, which can be no feature');
  await dialog.getByLabel('Data as text').fill(german);
  await expect(dialog).toContainText('10 rows and 3 columns, parted by semicolon, with a decimal comma');
  await expect(dialog).toContainText('1 of 10 rows left out because a value is missing, in line 7.');
  await expect(dialog).toContainText('Line 6: Gewicht (kg) is no number that can be used: x');
  await expect(dialog.getByLabel('Class 1 is')).toHaveValue('ja');
  await expect(dialog.getByLabel('Learn with')).toHaveValue('logistic-regression');
  await dialog.getByLabel('Class 1 is').selectOption('nein');
  await expect(dialog).toContainText('Classes 0, 1, … are ja, nein.');
  await dialog.getByLabel('Decimal sign').selectOption('.');
  await expect(dialog).toContainText('Line 2: Größe (cm) is no number that can be used: 150,5');
  await dialog.getByLabel('Decimal sign').selectOption(',');
  await expect(dialog).toContainText('8 examples are used.');
  await dialog.getByRole('button', { name: 'Use these data' }).click();
  await expect(dialog).toBeHidden();
  await expect(caption(page)).toHaveText('Examples 1 to 8 of 8');
  const picture = page.getByRole('figure', { name: 'Data space' });
  await expect(picture).toContainText('Größe (cm)');
  await expect(picture).toContainText('Gewicht (kg)');
  await expect(page.getByRole('row', { name: /^Größe \(cm\) 169 12\.\d \(value − 169\) \/ 12\.\d$/ })).toBeVisible();
  await expect(picture).toContainText('nein');
  await expect(page.getByRole('combobox', { name: 'Sport of example 1' }).getByRole('option')).toHaveText([
    'ja',
    'nein',
  ]);
  const meaning = 'x1 is Größe (cm), standardised · x2 is Gewicht (kg), standardised · y is Sport: 0 is ja, 1 is nein';
  for (const view of ['numbers', 'batch']) {
    await lab.choose(view);
    await expect(page.getByText(meaning)).toBeVisible();
  }
  await expect(page.getByRole('columnheader', { name: 'x1 Größe (cm)' })).toBeVisible();
  await expect(page.getByRole('cell', { name: /^[01] (?:ja|nein)$/ }).first()).toBeVisible();
  await lab.choose('code');
  await expect(page.getByTestId('code')).toContainText('# y is Sport: 0 is ja, 1 is nein.');
  await lab.choose('examples');
  await lab.press('Step');
  const step = await lab.reaches(1);
  // The link leads back to the same run.
  await expect.poll(() => page.url()).toContain('step=1');
  const link = new URL(page.url()).hash;
  expect(link.length).toBeLessThan(500);
  const other = await page.context().newPage();
  const second = await new LabPage(other).open(link);
  expect(await second.reaches(1)).toEqual(step);
  expect(second.errors).toEqual([]);
  await other.close();
  // Another problem keeps the data where it can learn from them, and says so where it cannot.
  const chosen = page.getByRole('combobox', { name: 'Problem', exact: true });
  await chosen.selectOption('moons');
  await expect(caption(page)).toHaveText('Examples 1 to 8 of 8');
  await expect(chosen.getByRole('option', { name: /own data$/ })).toHaveCount(1);
  await chosen.selectOption('line-fit');
  await expect(page.getByRole('status', { name: 'Notices' })).toContainText(
    'Your own data could not be kept (Undo brings them back): Line fit takes one feature, not 2.',
  );
  await lab.press('Undo');
  await expect(caption(page)).toHaveText('Examples 1 to 8 of 8');
  await expect(chosen).toHaveValue('moons');
});

for (const [name, text, sentence] of [
  ['a header only', 'x,y\n', 'There is a row of names and no row of data. The present data stay.'],
  ['one column', 'x\n1\n2\n', 'There is one column only'],
  ['nothing but gaps', 'x,y\n,\nNA,?\n', 'Every value is missing. The present data stay.'],
] as const)
  test(`${name}: a sentence, and the present data stay`, async ({ page }) => {
    await openData(page, '#problem=line-fit');
    const before = await lab.pending();
    const dialog = await paste(page, text);
    await expect(dialog.getByRole('alert')).toContainText(sentence);
    await expect(dialog.getByRole('button', { name: 'Use these data' })).toHaveCount(0);
    await dialog.getByRole('button', { name: 'Close' }).click();
    expect(await lab.pending()).toEqual(before);
  });

test('10,001 rows: the first 10,000 are read and 1,000 drawn by the seed; the link says by which mark they are known', async ({
  page,
}) => {
  await openData(page, '#problem=line-fit');
  const rows = Array.from({ length: 10_001 }, (_, row) => `${Math.sin(row)},${Math.cos(3 * row)}`);
  await page.locator('input[type="file"]').setInputFiles({
    name: 'long.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`x,y\n${rows.join('\n')}`),
  });
  const dialog = page.getByRole('dialog', { name: 'Data of your own' });
  await expect(dialog).toContainText('Only the beginning is shown.');
  await expect(dialog).toContainText('Only the first 10,000 rows are read; the table has more.');
  await expect(dialog).toContainText(
    '1,000 of the 10,000 rows that can be used are, drawn at random by the seed of the run.',
  );
  await dialog.getByRole('button', { name: 'Use these data' }).click();
  await expect(caption(page)).toHaveText('Examples 1 to 8 of 1,000');
  await expect(lab.button('Add point')).toBeDisabled();
  await expect.poll(() => page.url()).toMatch(/dataMark=[0-9a-f]{8}/);
  const { hash } = new URL(page.url());
  await page.goto('about:blank');
  await lab.open(hash);
  await expect(page.getByText(/This link is about data that it has no room for/)).toBeVisible();
});

test('files are opened: a table of any encoding, and a run with its data', async ({ page }) => {
  await openData(page, '#problem=line-fit');
  const input = page.locator('input[type="file"]');
  await input.setInputFiles({
    name: 'klasse.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('Größe;Gewicht\n1,5;2\n2,5;4\n4;5,5\n', 'latin1'),
  });
  const dialog = page.getByRole('dialog', { name: 'Data of your own' });
  await expect(dialog).toContainText('Größe');
  await dialog.getByRole('button', { name: 'Use these data' }).click();
  await expect(caption(page)).toHaveText('Examples 1 to 3 of 3');
  for (let step = 0; step < 3; step++) await lab.press('Step');
  const there = await lab.reaches(3);
  await lab.press('Menu');
  await page.getByRole('button', { name: 'Export …', exact: true }).click();
  await page.getByRole('combobox', { name: 'What' }).selectOption('json');
  const [saved] = await Promise.all([page.waitForEvent('download'), lab.press('Download')]);
  const path = await saved.path();
  await page.keyboard.press('Escape');
  await lab.press('The problem’s own');
  await expect(caption(page)).toHaveText('Examples 1 to 8 of 100');
  await input.setInputFiles(path);
  await expect(caption(page)).toHaveText('Examples 1 to 3 of 3');
  expect(await lab.reaches(3)).toEqual(there);
});

test('arrangements change what there is to learn from, and the advice says what it costs', async ({ page }) => {
  await openData(page, '#problem=logistic-regression');
  const select = page.getByRole('combobox', { name: 'Arrangement' });
  await select.selectOption('one-class-rare');
  await expect(page.getByRole('note')).toContainText('Class 1 has 4 of 100 examples');
  await expect.poll(() => page.url()).toContain('arrangement=one-class-rare');
  await select.selectOption('unscaled');
  await expect(page.getByRole('note')).toContainText('condition number');
  await page.getByRole('checkbox', { name: 'Standardise' }).check();
  await expect(page.getByRole('note')).toHaveCount(0);
  await expect(page.getByRole('row', { name: /^x2 / })).toContainText('(value −');
});

for (const [theme, language, width, height] of [
  ['light', 'en', 1280, 720],
  ['dark', 'de', 1280, 720],
  ['light', 'de', 360, 740],
] as const)
  test(`axe finds nothing in the view and its dialog in ${theme}, ${language}, ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await lab.open(`?theme=${theme}&lang=${language}#problem=circles&arrangement=sorted`);
    await lab.choose('examples');
    await expect(page.getByRole('combobox', { name: /Arrangement|Anordnung/ })).toHaveValue('sorted');
    expect(await faults(page)).toEqual([]);
    await page.getByRole('button', { name: /Paste data|Daten einfügen/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill(german);
    await expect(dialog).toContainText('Größe (cm)');
    await expect(dialog).toContainText(/Line 6|Zeile 6/);
    expect(await faults(page)).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
  });

async function faults(page: Page): Promise<readonly string[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target}\n${failureSummary}`),
  );
}
