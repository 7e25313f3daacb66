// Two languages, and three that nobody speaks: every text marked, every text twice as long, and from right to left.

import { expect, type Page, test } from '@playwright/test';
import { LabPage } from './page.ts';

let lab: LabPage;

test.beforeEach(({ page }) => {
  lab = new LabPage(page);
});

test.afterEach(() => {
  expect(lab.errors).toEqual([]);
});

test('German by the link or by the browser, with German numbers', async ({ page, browser }) => {
  await lab.open('?lang=de');
  await expect(lab.button('Start')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page.getByText(/^Grenze \d,\d+/)).toBeVisible();
  const german = await browser.newPage({ locale: 'de-CH' });
  await new LabPage(german).open();
  await expect(german.getByRole('button', { name: 'Einstellungen' })).toBeVisible();
  await german.close();
});

/** Every text of the page and every text for assistive technology that has words but no mark of the catalogue. */
function unmarked(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    // Names of quantities, formulas, code, and what a reader typed are the same in every language.
    const same =
      'code, pre, var, math, textarea, kbd, script, style, noscript, svg .tick, [data-testid="readout"], [data-formula]';
    const names = /⟦.*⟧|https:\S+|NumPy|PyTorch|TensorFlow(\.js)?|JavaScript/gs;
    const hasWords = (text: string): boolean => /\p{L}{2,}/u.test(text.replace(names, ''));
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.textContent ?? '';
      const element = node.parentElement!;
      if (!hasWords(text) || element.closest(same) !== null) continue;
      // A text in several nodes is marked at its ends.
      if (hasWords(element.textContent ?? '')) found.push(`${element.tagName}: ${text}`);
    }
    for (const name of ['aria-label', 'aria-valuetext', 'aria-roledescription', 'title', 'placeholder', 'alt'])
      for (const element of document.querySelectorAll(`[${name}]`)) {
        const text = element.getAttribute(name)!;
        if (hasWords(text) && element.closest(same) === null) found.push(`${name}: ${text}`);
      }
    return found;
  });
}

test('no text on the page comes from outside the catalogue', async ({ page }) => {
  await lab.open('?lang=x-mark#schedule=cosine&step=2&optimizer=adam');
  await lab.reaches(2);
  expect(await unmarked(page)).toEqual([]);
  for (const view of await lab.views()) {
    await lab.choose(view);
    await expect(page.getByRole('tabpanel')).not.toBeEmpty();
    await page.waitForTimeout(300);
    expect(await unmarked(page), view).toEqual([]);
  }
  await page.getByRole('checkbox', { name: /Slow motion/ }).check();
  expect(await unmarked(page)).toEqual([]);
  await page.getByRole('button', { name: '⟦Settings⟧' }).click();
  expect(await unmarked(page)).toEqual([]);
  await page.keyboard.press('Escape');
  for (const name of ['Share', 'About', 'Keyboard', 'Export']) {
    await page.getByRole('button', { name: '⟦Menu⟧' }).click();
    await page.getByRole('button', { name: new RegExp(`⟦${name}`) }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.waitForTimeout(150);
    expect(await unmarked(page), name).toEqual([]);
    await page.keyboard.press('Escape');
  }
});

/** Visible texts that are cut by their own element, without a way to scroll to the rest, or stand over one another. */
function cutOrOverlapping(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    /** What is left of a box inside everything around it that scrolls. */
    const visiblePart = (element: Element, box: DOMRect): DOMRect => {
      let [left, top, right, bottom] = [box.left, box.top, box.right, box.bottom];
      for (let outer: Element | null = element; outer !== null; outer = outer.parentElement) {
        if (!/auto|scroll/.test(getComputedStyle(outer).overflow)) continue;
        const frame = outer.getBoundingClientRect();
        [left, right] = [Math.max(left, frame.left), Math.min(right, frame.right)];
        [top, bottom] = [Math.max(top, frame.top), Math.min(bottom, frame.bottom)];
      }
      return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    };
    const found: string[] = [];
    const boxes: { readonly text: string; readonly element: Element; readonly box: DOMRect }[] = [];
    for (const element of document.querySelectorAll<HTMLElement>('main *, header *')) {
      const own = [...element.childNodes].filter(({ nodeType }) => nodeType === 3);
      const text = own
        .map(({ textContent }) => textContent)
        .join('')
        .trim();
      if (text === '' || element.closest('svg, [popover], select, canvas') !== null) continue;
      const range = document.createRange();
      range.selectNodeContents(element);
      const box = visiblePart(element, range.getBoundingClientRect());
      if (box.width < 2 || box.height < 2 || element.offsetWidth < 2) continue;
      const { overflowX } = getComputedStyle(element);
      const isHidden = overflowX === 'hidden' && element.offsetWidth > 1;
      if (isHidden && element.scrollWidth > element.clientWidth + 1) found.push(`cut: ${text}`);
      if (element.closest('[role="tablist"], [role="tabpanel"]') === null) boxes.push({ text, element, box });
    }
    for (const [index, one] of boxes.entries())
      for (const other of boxes.slice(index + 1)) {
        if (one.element.contains(other.element) || other.element.contains(one.element)) continue;
        const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        if (across > 2 && down > 4) found.push(`"${one.text}" over "${other.text}"`);
      }
    return found;
  });
}

for (const language of ['en', 'de', 'x-long'])
  test(`nothing is cut and nothing overlaps in ${language}`, async ({ page }) => {
    await lab.open(`?lang=${language}`);
    await page.waitForTimeout(200);
    expect(await cutOrOverlapping(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });
