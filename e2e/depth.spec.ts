// The surface in depth on the page: it opens, turns by keys and buttons, and stands there with and without WebGL2.

import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { LabPage } from './page.ts';

async function opened(page: LabPage, address = ''): Promise<Locator> {
  await page.open(address);
  await page.choose('depth');
  const figure = page.page.getByRole('figure', { name: 'Surface in depth', exact: true });
  await expect(figure).toBeVisible();
  await expect(drawn(figure)).toHaveAttribute('data-drawn', /webgl|canvas/);
  return figure;
}

const drawn = (figure: Locator): Locator => figure.locator('canvas').first();

/** Without WebGL2, as on many locked machines. */
const withoutWebGl = (page: Page) =>
  page.addInitScript(() => {
    const before = HTMLCanvasElement.prototype.getContext;
    Object.defineProperty(HTMLCanvasElement.prototype, 'getContext', {
      value(this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
        return kind === 'webgl2' ? null : Reflect.apply(before, this, [kind, ...rest]);
      },
    });
  });

/** A first frame counts as fast, however slowly the machine of the test draws it: nothing waits for it. */
const withFastFrames = (page: Page) =>
  page.addInitScript(() => {
    WebGL2RenderingContext.prototype.readPixels = () => undefined;
  });

/** How many pixels of a canvas have something on them. */
const inkOf = (canvas: Locator): Promise<number> =>
  canvas.evaluate((element) => {
    const source = element as HTMLCanvasElement;
    const copy = document.createElement('canvas');
    [copy.width, copy.height] = [source.width, source.height];
    const context = copy.getContext('2d');
    context?.drawImage(source, 0, 0);
    const bytes = context?.getImageData(0, 0, copy.width, copy.height).data ?? [];
    let count = 0;
    for (let i = 3; i < bytes.length; i += 4) if (bytes[i] > 0) count++;
    return count;
  });

test('it turns by the arrow keys and by dragging, not by itself, and by three buttons', async ({
  page: browserPage,
}) => {
  await browserPage.emulateMedia({ reducedMotion: 'reduce' });
  const page = new LabPage(browserPage);
  const figure = await opened(page);
  await expect(figure).toHaveAttribute('data-yaw', '30');
  const turn = page.slider('Turn the surface');
  await turn.focus();
  await browserPage.keyboard.press('ArrowRight');
  await expect(figure).toHaveAttribute('data-yaw', '45');
  await browserPage.keyboard.press('ArrowUp');
  await expect(figure).toHaveAttribute('data-pitch', '45');
  await expect(turn).toHaveAttribute('aria-valuetext', 'turned by 45°, seen from 45° up');
  for (const [name, yaw, pitch] of [
    ['Above', '0', '90'],
    ['Side', '0', '8'],
    ['Oblique', '30', '30'],
  ] as const) {
    await page.press(name);
    await expect(figure).toHaveAttribute('data-yaw', yaw);
    await expect(figure).toHaveAttribute('data-pitch', pitch);
    await expect(page.button(name)).toHaveAttribute('aria-pressed', 'true');
  }
  await turn.scrollIntoViewIfNeeded();
  const box = await turn.boundingBox();
  if (box === null) throw new Error('It is nowhere.');
  await browserPage.mouse.move(box.x + 100, box.y + 100);
  await browserPage.mouse.down();
  await browserPage.mouse.move(box.x + 140, box.y + 100, { steps: 4 });
  await browserPage.mouse.up();
  await expect(figure).toHaveAttribute('data-yaw', '50');
  await expect(figure).toHaveAttribute('data-pitch', '30');
  expect((await page.pending()).step).toBe(0);
  expect(page.errors).toEqual([]);
});

test('the buttons lead there on a way, and stay there', async ({ page: browserPage }) => {
  const page = new LabPage(browserPage);
  const figure = await opened(page);
  await page.press('Above');
  await expect(figure).toHaveAttribute('data-pitch', '90');
  await expect(figure).toHaveAttribute('data-yaw', '0');
  expect(page.errors).toEqual([]);
});

test('without WebGL2 a canvas is painted', async ({ page: browserPage }) => {
  await withoutWebGl(browserPage);
  const page = new LabPage(browserPage);
  const figure = await opened(page);
  await expect(drawn(figure)).toHaveAttribute('data-drawn', 'canvas');
  await expect.poll(() => inkOf(drawn(figure))).toBeGreaterThan(5000);
  expect(page.errors).toEqual([]);
});

test('a context that is lost leaves the picture there, and comes back', async ({ page: browserPage }) => {
  await withFastFrames(browserPage);
  const page = new LabPage(browserPage);
  const figure = await opened(page);
  await expect(drawn(figure)).toHaveAttribute('data-drawn', 'webgl');
  const sheets = figure.locator('canvas').nth(1);
  expect(await inkOf(sheets)).toBeGreaterThan(5000);
  const loss = await sheets.evaluateHandle((canvas) =>
    (canvas as HTMLCanvasElement).getContext('webgl2')?.getExtension('WEBGL_lose_context'),
  );
  await loss.evaluate((extension) => extension?.loseContext());
  await expect(drawn(figure)).toHaveAttribute('data-drawn', 'canvas');
  await expect(sheets).toBeHidden();
  await loss.evaluate((extension) => extension?.restoreContext());
  await expect(drawn(figure)).toHaveAttribute('data-drawn', 'webgl');
  await expect(sheets).toBeVisible();
  await expect.poll(() => inkOf(sheets)).toBeGreaterThan(5000);
  // Left and opened again, as often as one likes.
  for (let k = 0; k < 3; k++) {
    await page.choose('numbers');
    await page.choose('depth');
    await expect(drawn(figure)).toHaveAttribute('data-drawn', 'webgl');
  }
  expect(page.errors).toEqual([]);
});

test('it follows the run, and is saved as a file', async ({ page: browserPage }) => {
  const page = new LabPage(browserPage);
  const figure = await opened(page);
  const over = figure.locator('canvas').nth(2);
  const picture = () => over.evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());
  const before = await picture();
  await page.press('Step');
  await expect.poll(picture).not.toBe(before);
  const coming = browserPage.waitForEvent('download');
  await page.press('Save this picture (PNG)');
  expect((await coming).suggestedFilename()).toBe('minibatch-lab-depth.png');
  expect(page.errors).toEqual([]);
});

test('a file and paper get what a canvas paints, whatever draws on the page', async ({ page: browserPage }) => {
  await withFastFrames(browserPage);
  const page = new LabPage(browserPage);
  const saved = async (): Promise<Buffer> => {
    const coming = browserPage.waitForEvent('download');
    await page.press('Save this picture (PNG)');
    return readFileSync(await (await coming).path());
  };
  const figure = await opened(page);
  await expect(drawn(figure)).toHaveAttribute('data-drawn', 'webgl');
  await expect.poll(() => inkOf(figure.locator('canvas').nth(1))).toBeGreaterThan(5000);
  const say = (kind: string) => browserPage.evaluate((name) => dispatchEvent(new Event(name)), kind);
  const filesAreOne = async (): Promise<boolean> => {
    const file = await saved();
    await say('beforeprint');
    await expect(drawn(figure)).toHaveAttribute('data-drawn', 'canvas');
    const onPaper = await saved();
    await say('afterprint');
    await expect(drawn(figure)).toHaveAttribute('data-drawn', 'webgl');
    return file.equals(onPaper);
  };
  // Between the two the surface may have become finer.
  await expect.poll(filesAreOne).toBe(true);
  expect(page.errors).toEqual([]);
});

test('the plane of a network, in German', async ({ page: browserPage }) => {
  const page = new LabPage(browserPage);
  await page.open('?lang=de#problem=circles');
  await page.choose('depth');
  const german = browserPage.getByRole('figure', { name: 'Fläche in der Tiefe', exact: true });
  await expect(german).toBeVisible();
  await expect(drawn(german)).toHaveAttribute('data-drawn', /webgl|canvas/);
  await expect.poll(() => inkOf(drawn(german))).toBeGreaterThan(5000);
  expect(page.errors).toEqual([]);
});

test('two of them on one page turn each for itself', async ({ page }) => {
  const frame = (id: string): string =>
    `<iframe id="${id}" src="/?level=all&embed=1#problem=line-fit" style="width:1200px;height:800px"></iframe>`;
  await page.route('**/two.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><title>Two</title>${frame('one')}${frame('two')}`,
    }),
  );
  await page.goto('/two.html');
  const [one, two] = ['one', 'two'].map((id) => page.frameLocator(`#${id}`));
  for (const lab of [one, two]) {
    await expect(lab.getByTestId('readout')).toHaveAttribute('data-step', '0');
    await lab.locator('[aria-haspopup="menu"]').click();
    await lab.locator('[role="menuitem"][data-tab="depth"]').click();
    const figure = lab.getByRole('figure', { name: 'Surface in depth', exact: true });
    await expect(figure.locator('canvas').first()).toHaveAttribute('data-drawn', /webgl|canvas/);
  }
  const turns = [one, two].map((lab) =>
    lab.getByRole('figure', { name: 'Surface in depth', exact: true }).getByRole('slider').first(),
  );
  const [before, still] = await Promise.all(turns.map((turn) => turn.getAttribute('aria-valuenow')));
  expect(before).toMatch(/\d/);
  await turns[0].press('ArrowRight');
  await expect(turns[0]).not.toHaveAttribute('aria-valuenow', before ?? '');
  await expect(turns[1]).toHaveAttribute('aria-valuenow', still ?? '');
});

test('a host leaves it out by the name depth', async ({ page }) => {
  const lab = await new LabPage(page).open('?hide=depth');
  await expect.poll(() => lab.views()).toContain('compare');
  expect(await lab.views()).not.toContain('depth');
  await expect(page.getByRole('status', { name: 'Notices' })).toBeEmpty();
});
