// The page without a pointer: the order of the focus, single keys, and dialogs.

import { expect, test } from '@playwright/test';
import { LabPage } from './page.ts';

let lab: LabPage;

test.beforeEach(({ page }) => {
  lab = new LabPage(page);
});

test.afterEach(() => {
  expect(lab.errors).toEqual([]);
});

test('single keys play, step, and begin anew', async ({ page }) => {
  await lab.open();
  await page.keyboard.press('ArrowRight');
  await lab.reaches(1);
  await page.keyboard.press('ArrowRight');
  await lab.reaches(2);
  await page.keyboard.press('ArrowLeft');
  await lab.reaches(1);
  await page.keyboard.press('e');
  await lab.reaches(13);
  await page.keyboard.press('r');
  await lab.reaches(0);
  await page.keyboard.press('Space');
  await expect.poll(async () => (await lab.pending()).step).toBeGreaterThan(0);
  await page.keyboard.press('Space');
  await lab.hasStatus('paused');
  await page.keyboard.press('s');
  await expect(page.getByRole('checkbox', { name: 'Slow motion' })).toBeChecked();
});

test('keys belong to a field or a control that has the focus', async ({ page }) => {
  await lab.open();
  const field = page.getByRole('spinbutton', { name: 'Learning rate, typed' });
  await field.focus();
  await page.keyboard.press('r');
  await page.keyboard.press('ArrowRight');
  await lab.slider('Batch size').press('ArrowRight');
  await expect.poll(async () => (await lab.pending()).batch).toHaveLength(9);
  await page.getByRole('tab', { selected: true }).press('ArrowRight');
  await lab.button('Reset').press('Space');
  await page.getByTestId('weights-handle').press('ArrowRight');
  expect((await lab.pending()).step).toBe(0);
  await lab.hasStatus('ready');
});

test('keys with Ctrl, Alt, or Meta stay the browser’s', async ({ page }) => {
  await lab.open();
  for (const key of ['Control+ArrowRight', 'Alt+e', 'Meta+s']) await page.keyboard.press(key);
  await expect(page.getByRole('checkbox', { name: 'Slow motion' })).not.toBeChecked();
  expect((await lab.pending()).step).toBe(0);
});

test('the list of keys opens by ? and can switch them off for good', async ({ page }) => {
  await lab.open();
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Keyboard' });
  await expect(dialog).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await dialog.getByRole('checkbox').uncheck();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  for (const key of ['ArrowRight', 'e', '?']) await page.keyboard.press(key);
  await expect(dialog).toHaveCount(0);
  expect((await lab.pending()).step).toBe(0);
  await page.reload();
  await lab.hasStatus('ready');
  await page.keyboard.press('ArrowRight');
  await lab.press('Step');
  await lab.reaches(1);
});

test('Tab goes through the page in its order, always visibly, and comes out again', async ({ page }) => {
  await lab.open();
  const seen: string[] = [];
  for (let press = 0; press < 60; press++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const element = document.activeElement!;
      if (element === document.body) return null;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      const ring = element.querySelector('circle + circle') ?? element;
      const hasOutline = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0;
      const hasStroke = getComputedStyle(ring).stroke !== 'none';
      const name = element.getAttribute('aria-label') ?? element.closest('label')?.textContent ?? element.textContent;
      return { name: (name ?? '').trim(), isVisible: hasOutline || hasStroke };
    });
    if (at === null) break;
    expect(at.isVisible, at.name).toBe(true);
    seen.push(at.name);
  }
  const order = ['Settings', 'Weights', 'Reset', 'Play', 'Step', 'Learning rate', 'Batch size'];
  const places = order.map((name) => seen.indexOf(name));
  expect(
    places.every((place) => place >= 0),
    `${order} in ${seen}`,
  ).toBe(true);
  expect([...places].sort((a, b) => a - b)).toEqual(places);
  expect(seen.length).toBeLessThan(60);
});

test('Share gives the link and the code that do what was ticked', async ({ page, context }) => {
  await lab.open('#problem=sine-fit');
  await lab.press('Step');
  await lab.reaches(1);
  await lab.press('Menu');
  await page.getByRole('button', { name: 'Share …' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Share this run' });
  const code = dialog.getByRole('textbox', { name: 'Code for a course page' });
  await expect(dialog.getByRole('textbox', { name: 'Link' })).toHaveValue(/#v=1&problem=sine-fit&step=1$/);
  await dialog.getByRole('group', { name: 'Leave out' }).getByRole('checkbox', { name: 'speed' }).check();
  await dialog.getByRole('group', { name: 'Show but fix' }).getByRole('checkbox', { name: 'learning rate' }).check();
  await dialog.getByRole('combobox', { name: 'Colours' }).selectOption('dark');
  const written = await code.inputValue();
  expect(written).toContain('title="Minibatch Lab"');
  expect(written).toContain('loading="lazy"');
  // What stands on this machine is no address for others; the one typed is in every code.
  await expect(dialog.getByRole('note')).toContainText('nobody else can open it');
  await dialog.getByRole('textbox', { name: 'Address of the lab' }).fill('https://b.example/lab/');
  await dialog
    .getByRole('combobox', { name: 'For a page written in' })
    .selectOption({ label: 'MDX or JSX (Docusaurus, Next.js)' });
  await expect(code).toHaveValue(/src=\{"https:\/\/b\.example\/lab\/\?embed=1&/);
  await dialog.getByText('Preview').click();
  await dialog.getByRole('slider', { name: 'Width' }).press('End');
  await expect(dialog.locator('iframe')).toHaveCSS('width', '1920px');
  const preview = dialog.frameLocator('iframe');
  await expect(preview.getByRole('slider', { name: 'Speed' })).toHaveCount(0);
  await expect(preview.getByRole('slider', { name: 'Learning rate' })).toBeDisabled();
  await expect(preview.getByTestId('readout')).toHaveAttribute('data-step', '1');

  const other = await context.newPage();
  const address = /src="([^"]+)"/.exec(written)![1].replaceAll('&amp;', '&');
  await other.goto(address);
  const framed = new LabPage(other);
  await framed.reaches(1);
  await expect(framed.slider('Speed')).toHaveCount(0);
  await expect(framed.slider('Learning rate')).toBeDisabled();
  await expect(framed.slider('Batch size')).toBeEnabled();
  await expect(other.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(other.locator('header').getByText('Minibatch Lab')).toBeHidden();
});

test('a host’s wishes leave outputs where they are', async ({ page }) => {
  await lab.open(
    '?hide=learning-rate,batch-size,scrubber,play,zoom,tab-code&lock=start,settings,momentum#optimizer=momentum',
  );
  for (const name of ['Learning rate', 'Batch size', 'Step of the run']) await expect(lab.slider(name)).toHaveCount(0);
  for (const name of ['Play', 'Zoom in', 'Reset view']) await expect(lab.button(name)).toHaveCount(0);
  await expect(page.getByRole('tab', { name: 'Code' })).toHaveCount(0);
  await expect(page.getByText('step 0 of 0, epoch 1')).toBeVisible();
  await expect(page.getByText(/^limit /)).toBeVisible();
  await expect(page.getByText('13 steps per epoch')).toBeVisible();
  await expect(lab.slider('Momentum')).toBeDisabled();
  const { weights } = await lab.pending();
  await page.getByTestId('weights-handle').press('ArrowRight');
  await lab.press('Settings');
  await expect(page.getByRole('button', { name: 'New seed' })).toBeDisabled();
  expect((await lab.pending()).weights).toEqual(weights);
});

test('a name that a host misspells is named, and one of another problem or rule is not', async ({ page }) => {
  const notices = page.getByRole('status', { name: 'Notices' });
  await lab.open('?hide=learning-rates,TAB-code&lock=beta1,margin,tabcod');
  await expect(notices.getByRole('listitem')).toHaveText(
    'Nothing here goes by these names, which the page around this lab hides or fixes: learningRates, tabcod. Did you mean learningRate, tabCode?',
  );
  await lab.press('Dismiss');
  await expect(notices).toBeEmpty();
});
