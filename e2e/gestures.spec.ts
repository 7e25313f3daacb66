// What readers do who mean the page and not the lab: scrolling by wheel and finger, keys held down, keys of the browser.

import { type CDPSession, expect, type Locator, type Page, test } from '@playwright/test';
import { HostPage } from './embed.ts';
import { LabPage } from './page.ts';

const viewOf = (page: Page): Promise<string | null> => page.locator('svg[data-view]').first().getAttribute('data-view');

async function middleOf(locator: Locator): Promise<{ x: number; y: number }> {
  const box = await locator.boundingBox();
  if (box === null) throw new Error('It is not on the screen.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test.describe('the wheel', () => {
  test('over a plot that has the focus scrolls, and a hint says how it zooms', async ({ page }) => {
    const lab = await new LabPage(page).open();
    const plot = page.getByRole('figure', { name: 'Weight space' });
    const hint = page.getByText('Ctrl + wheel zooms');
    const { x, y } = await middleOf(plot);
    await expect(hint).toBeHidden();
    await page.mouse.click(x, y + 40);
    await page.getByTestId('weights-handle').focus();
    await page.mouse.move(x, y + 40);
    const before = await viewOf(page);
    // What reads gestures is loaded at the first approach, and with it the hint.
    await expect(async () => {
      await page.mouse.wheel(0, 100);
      await expect(hint).toBeVisible({ timeout: 300 });
    }).toPass();
    expect(await viewOf(page)).toBe(before);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -100);
    await page.keyboard.up('Control');
    await expect.poll(() => viewOf(page)).not.toBe(before);
    await expect(hint).toBeHidden();
    expect(lab.errors).toEqual([]);
  });

  test('over a lab that was clicked scrolls the page around it', async ({ page }) => {
    const host = new HostPage(page);
    const source = host.address('/?embed=1&height=fixed');
    await host.open(
      `<iframe id="lab" style="display:block;width:1000px;height:700px;border:0" src="${source}"></iframe><div style="height:3000px"></div>`,
    );
    await host.ask('#lab', 'hello');
    const frame = await host.frame('#lab');
    const { x, y } = await middleOf(frame.getByRole('figure', { name: 'Weight space' }));
    await page.mouse.click(x, y + 40);
    await page.mouse.wheel(0, 300);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(200);
    host.close();
  });
});

test.describe('a finger', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 640 } });

  interface Swipe {
    readonly from: { readonly x: number; readonly y: number };
    readonly by: readonly [x: number, y: number];
  }

  async function swipe(session: CDPSession, { from: { x, y }, by }: Swipe): Promise<void> {
    const touch = (type: 'touchStart' | 'touchMove', share: number) =>
      session.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: [{ x: x + share * by[0], y: y + share * by[1] }],
      });
    await touch('touchStart', 0);
    for (let part = 1; part <= 10; part++) await touch('touchMove', part / 10);
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  }

  test('that swipes up or down from a slider or a plot scrolls; along the slider it drags, and a tap sets it', async ({
    page,
    context,
  }) => {
    const host = new HostPage(page);
    const source = host.address('/?embed=1');
    await host.open(
      `<div style="height:500px"></div><iframe id="lab" style="display:block;width:100%;height:1100px;border:0" src="${source}"></iframe><div style="height:2000px"></div>`,
    );
    await host.ask('#lab', 'hello');
    const frame = await host.frame('#lab');
    const session = await context.newCDPSession(page);
    const readout = frame.getByTestId('readout');
    await expect(readout).toHaveAttribute('data-learning-rate', '0.1');
    const slider = frame.getByRole('slider', { name: 'Learning rate', exact: true });
    await expect(frame.getByTestId('announcement')).toBeAttached();
    const settings = await frame.evaluate(() => document.querySelector('svg[data-view]')?.getAttribute('data-view'));
    const scrolled = () => page.evaluate(() => scrollY);
    for (const by of [
      [0, -150],
      [20, -150],
      [-15, 120],
    ] as const) {
      await slider.scrollIntoViewIfNeeded();
      const at = await middleOf(slider);
      const before = await scrolled();
      await swipe(session, { from: { x: at.x - 60, y: at.y }, by });
      await expect.poll(scrolled).not.toBe(before);
      await expect(readout).toHaveAttribute('data-learning-rate', '0.1');
    }
    const plot = frame.getByRole('figure', { name: 'Weight space' });
    await plot.scrollIntoViewIfNeeded();
    const before = await scrolled();
    const at = await middleOf(plot);
    await swipe(session, { from: { x: at.x + 60, y: at.y + 40 }, by: [0, -120] });
    await expect.poll(scrolled).not.toBe(before);
    expect(await frame.evaluate(() => document.querySelector('svg[data-view]')?.getAttribute('data-view'))).toBe(
      settings,
    );

    await slider.scrollIntoViewIfNeeded();
    const place = await middleOf(slider);
    await swipe(session, { from: place, by: [50, 8] });
    await expect(readout).not.toHaveAttribute('data-learning-rate', '0.1');
    const dragged = await readout.getAttribute('data-learning-rate');
    await swipe(session, { from: { x: place.x - 70, y: place.y }, by: [0, 0] });
    await expect(readout).not.toHaveAttribute('data-learning-rate', dragged ?? '');
    host.close();
  });
});

test.describe('a key', () => {
  let lab: LabPage;

  test.beforeEach(async ({ page }) => {
    lab = await new LabPage(page).open('#learningRate=0.001');
  });

  /** Holds a key down for so many repeats; the last of them has been handled when this returns. */
  async function hold(page: Page, key: string, repeats: number): Promise<void> {
    for (let press = 0; press <= repeats; press++) await page.keyboard.down(key);
    await page.keyboard.up(key);
  }

  test('that is held acts once: Space, letters, and Enter on a button', async ({ page }) => {
    await hold(page, 'Space', 7);
    await lab.hasStatus('running');
    await hold(page, 'Space', 6);
    await expect(lab.readout).toHaveAttribute('data-status', /ready|paused/);
    await hold(page, 's', 3);
    await expect(page.getByRole('checkbox', { name: 'Slow motion' })).toBeChecked();
    await page.getByRole('button', { name: 'Play', exact: true }).focus();
    await hold(page, 'Enter', 5);
    await lab.hasStatus('running');
  });

  test('with Shift, Ctrl, Alt, or Meta is not the lab’s', async ({ page }) => {
    for (const modifier of ['Shift', 'Control', 'Alt', 'Meta'])
      for (const key of ['Space', 'KeyE', 'KeyS', 'ArrowRight'])
        if (`${modifier}+${key}` !== 'Control+KeyS') await page.keyboard.press(`${modifier}+${key}`);
    await lab.hasStatus('ready');
    expect((await lab.pending()).step).toBe(0);
    await expect(page.getByRole('checkbox', { name: 'Slow motion' })).not.toBeChecked();
    const tab = page.getByRole('tab', { selected: true });
    const name = await tab.textContent();
    await tab.press('Control+ArrowRight');
    await expect(tab).toHaveText(name ?? '');
  });

  test('of a layout without Latin letters acts by its place', async ({ page }) => {
    const press = (key: string, code: string) =>
      page.evaluate(
        ([named, placed]) =>
          document.body.dispatchEvent(new KeyboardEvent('keydown', { key: named, code: placed, bubbles: true })),
        [key, code],
      );
    await press('ы', 'KeyS');
    await expect(page.getByRole('checkbox', { name: 'Slow motion' })).toBeChecked();
    await press('ß', 'KeyS');
    await expect(page.getByRole('checkbox', { name: 'Slow motion' })).toBeChecked();
  });
});
