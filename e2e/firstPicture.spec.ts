// The first picture, which stands in the page's file: what the script makes of it is the same, and the very elements.

import { expect, type Page, test } from '@playwright/test';
import { holdBack } from './page.ts';

/** Opens the page with its script held back; returns what lets it come. */
async function openHeld(page: Page, address = '/'): Promise<() => Promise<void>> {
  const release = await holdBack(page, '**/assets/**');
  await page.goto(address, { waitUntil: 'commit' });
  await page.locator('[data-testid="readout"], main').last().waitFor({ state: 'attached' });
  // The last script in the file has run, and so all before it is there.
  await page.waitForFunction(() => 'early' in globalThis && document.querySelector('template') === null);
  return async () => {
    release();
    await isTakenOver(page);
  };
}

/** Once all of the picture is the script's, and what stood for the canvases is gone. */
const isTakenOver = (page: Page) =>
  page.waitForFunction(
    () =>
      Object.hasOwn(globalThis, 'early') &&
      Reflect.get(globalThis, 'adoption') === undefined &&
      document.querySelector('[data-stand-in]') === null &&
      document.querySelector('[data-testid="readout"][data-step]') !== null,
  );

/** Everything in the page as lines of text, without what differs from rendering to rendering or cannot be seen. */
const linesOf = (page: Page) =>
  page.evaluate(() => {
    const lines: string[] = [];
    const ofScript = /^(?:id|aria-describedby|popovertarget|value|selected|checked|data-of-run)$/;
    const write = (element: Element, depth: number): void => {
      if (element.matches('[data-stand-in], fieldset:disabled option, [popover] > *, desc')) return;
      const attributes = Array.from(element.attributes, ({ name, value }) => {
        if (ofScript.test(name) || (element.localName === 'canvas' && name !== 'class' && name !== 'style')) return '';
        if (element.matches('[data-testid="readout"], [type="range"]') && !/^(?:class|type)$/.test(name)) return '';
        // Where a word begins depends on the letters of the machine.
        const isMoved = name === 'transform' && element.matches('[data-quantity="example"]');
        if (isMoved || value === '') return '';
        return `${name}=${name === 'style' ? (element as HTMLElement).style.cssText : value}`;
      });
      lines.push(`${' '.repeat(depth)}${element.localName} ${attributes.filter(Boolean).sort().join(' ')}`);
      if (element.children.length === 0 && element.textContent !== '')
        lines.push(`${' '.repeat(depth)}"${element.textContent}"`);
      for (const child of element.children) write(child, depth + 1);
    };
    for (const child of document.querySelectorAll('#root > *')) write(child, 0);
    return lines;
  });

declare global {
  var noted: { readonly element: Element; readonly place: DOMRect }[];
}

for (const viewport of [
  { width: 1280, height: 720 },
  { width: 360, height: 740 },
])
  test(`at ${viewport.width} by ${viewport.height} the script makes the same of it, and the same elements`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport);
    const release = await openHeld(page);
    const before = await linesOf(page);
    await page.evaluate(() => {
      globalThis.noted = Array.from(
        document.querySelectorAll('#root :is(*):not([data-stand-in], [data-stand-in] *, option)'),
      )
        .filter((element) => element.checkVisibility())
        .map((element) => ({ element, place: element.getBoundingClientRect() }));
    });
    await release();
    const after = await linesOf(page);
    const isSeen = viewport.width > 1000;
    // On a phone what is behind the other faces is drawn when it is seen.
    if (isSeen) expect(after).toEqual(before);
    const moved = await page.evaluate(() =>
      globalThis.noted.flatMap(({ element, place }) => {
        if (!element.isConnected) return [`gone: ${element.outerHTML.slice(0, 120)}`];
        const { left, top, width, height } = element.getBoundingClientRect();
        const by = Math.max(
          ...[left - place.left, top - place.top, width - place.width, height - place.height].map(Math.abs),
        );
        return by > 0.6 ? [`moved by ${by}: ${element.outerHTML.slice(0, 120)}`] : [];
      }),
    );
    expect(moved).toEqual([]);
    expect(await page.evaluate(() => globalThis.noted.length)).toBeGreaterThan(80);
  });

test('at every other size what is drawn lies on the picture under it', async ({ page }) => {
  for (const [width, height] of [
    [768, 1024],
    [1920, 1080],
    [1024, 768],
    [500, 300],
  ] as const) {
    await page.setViewportSize({ width, height });
    await openHeld(page);
    const apart = await page.evaluate(() =>
      Array.from(document.querySelectorAll('[data-stand-in]')).flatMap((under) =>
        Array.from(under.parentElement?.querySelectorAll(':scope > svg') ?? [], (over) => {
          const [a, b] = [under.getBoundingClientRect(), over.getBoundingClientRect()];
          const isAlike = under.getAttribute('viewBox') === over.getAttribute('viewBox');
          return isAlike ? Math.hypot(a.x - b.x, a.y - b.y, a.width - b.width, a.height - b.height) : Infinity;
        }),
      ),
    );
    expect(apart.length).toBeGreaterThan(3);
    expect(Math.max(...apart)).toBeLessThan(0.6);
    await page.unroute('**/assets/**');
  }
});

test('where plots have another size the shapes under them go once they are painted, whatever else is still to come', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  const release = await openHeld(page);
  await page.evaluate(() => {
    new MutationObserver(() => {
      if (document.querySelector('[data-stand-in]') === null)
        document.documentElement.dataset.goneAfterAll ??= String(Reflect.get(globalThis, 'adoption') === undefined);
    }).observe(document, { childList: true, subtree: true });
  });
  await release();
  await expect(page.locator('html')).toHaveAttribute('data-gone-after-all', 'false');
});

test('what is pressed and moved before the script is kept and done', async ({ page }) => {
  const release = await openHeld(page);
  const speed = page.getByRole('slider', { name: 'Speed' });
  await speed.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page
    .locator('figure')
    .first()
    .click({ position: { x: 300, y: 200 } });
  // Each key goes on from where the one before it led.
  await page.getByRole('tab', { name: 'Guide' }).focus();
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowLeft', 'ArrowLeft']) await page.keyboard.press(key);
  // Nothing was put yet that a script would know of.
  await page.getByRole('tabpanel').getByRole('button', { name: 'That is my guess' }).click({ force: true });
  await release();
  await expect(page.getByTestId('readout')).not.toHaveAttribute('data-lesson-phase', 'asked');
  await expect(speed).toHaveAttribute('aria-valuetext', /^(?!4 steps)/);
  await expect(speed).toHaveJSProperty('value', '5');
});

test('keys go on from where those before them led, and where no control has the focus act on the run', async ({
  page,
}) => {
  let release = await openHeld(page);
  await page.getByRole('tab', { name: 'Guide' }).focus();
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowLeft']) await page.keyboard.press(key);
  await release();
  await expect(page.getByRole('tab', { name: 'Batch' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('tab', { name: 'Batch' })).toBeFocused();
  await page.unroute('**/assets/**');
  release = await openHeld(page, '/?level=all#problem=tug-of-war');
  await page.keyboard.press('Space');
  await release();
  await expect(page.getByTestId('readout')).toHaveAttribute('data-status', 'running');
});

test('a press is done also where its part is rendered long after it was loaded', async ({ page }) => {
  await page.addInitScript(() => {
    // Whatever React renders in its own time comes later than what is left of the picture is waited for.
    const post = MessagePort.prototype.postMessage;
    MessagePort.prototype.postMessage = function (this: MessagePort, message: unknown) {
      setTimeout(() => post.call(this, message), 1500);
    };
  });
  await page.goto('/', { waitUntil: 'commit' });
  await page.getByRole('tabpanel').getByRole('button', { name: 'Free play' }).click();
  await expect(page.getByTestId('readout')).toHaveAttribute('data-update', /\d/);
  await expect(page.getByTestId('readout')).not.toHaveAttribute('data-lesson');
});

test('at whatever moment a press comes it is done once, on a slow device too, and nothing stands there twice', async ({
  page,
  context,
}) => {
  const client = await context.newCDPSession(page);
  await client.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  for (const moment of [0, 200, 400, 700, 1100]) {
    await page.goto('/', { waitUntil: 'commit' });
    await page.waitForTimeout(moment);
    await page.getByRole('tabpanel').getByRole('button', { name: 'Free play' }).click();
    await expect(page.getByTestId('readout')).toHaveAttribute('data-update', /\d/);
    await expect(page.getByTestId('readout')).not.toHaveAttribute('data-lesson');
    await isTakenOver(page);
    for (const place of [page.getByRole('tablist'), page.getByRole('figure', { name: 'Loss curve' })])
      await expect(place).toHaveCount(1);
  }
});

test('no answer stands in it', async ({ page }) => {
  await openHeld(page);
  const readout = page.getByTestId('readout');
  await expect(readout).toHaveAttribute('data-step', '0');
  for (const name of ['data-update', 'data-gradient', 'data-batch-loss'])
    await expect(readout).not.toHaveAttribute(name);
});

test('of a link only the frame and its words are there before its own numbers', async ({ page }) => {
  const release = await openHeld(page, '/?level=all#problem=line-fit&lr=0.03&step=2');
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
  await expect(page.getByText('Slow motion')).toBeVisible();
  for (const wrong of ['The next point', 'step 0 of 0', '8 steps per epoch', 'Where will these'])
    for (const one of await page.getByText(wrong).all()) await expect(one).toBeHidden();
  await expect(page.getByTestId('readout')).toHaveCount(0);
  await expect(page.locator('figure > svg').first()).toBeHidden();
  await page.getByRole('button', { name: 'Step', exact: true }).click({ force: true });
  await release();
  // The press is the step after those of the link.
  await expect(page.getByTestId('readout')).toHaveAttribute('data-step', '3');
  await expect(page.getByRole('combobox', { name: 'Problem' })).toHaveValue('line-fit');
});

test('who has chosen to see everything is shown no picture of less', async ({ page }) => {
  await page.goto('/');
  await isTakenOver(page);
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('switch', { name: 'All controls and views' }).click();
  await expect(page.getByRole('button', { name: 'Settings' })).toBeVisible();
  await openHeld(page);
  await expect(page.locator('html')).toHaveAttribute('data-other', '');
});

test('a dark page is dark from the beginning, whoever wishes it', async ({ page }) => {
  const dark = 'rgb(20, 23, 26)';
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.emulateMedia({ colorScheme: 'dark' });
  await openHeld(page);
  expect(await paper()).toBe(dark);
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await paper()).not.toBe(dark);
  await page.goto('/?theme=dark', { waitUntil: 'commit' });
  await page.waitForSelector('main');
  expect(await paper()).toBe(dark);
  // How it looks and speaks makes no other page of it.
  for (const address of ['/?theme=Dark', '/?lang=de', '/?theme=dark&lang=en-GB']) {
    await page.unroute('**/assets/**');
    const release = await openHeld(page, address);
    await expect(page.getByText('Where will these 8 examples move the weights?')).toBeVisible();
    expect((await paper()) === dark).toBe(address.includes('theme'));
    await release();
    await expect(page.getByTestId('readout')).toHaveAttribute('data-lesson', 'the-next-point');
  }
});

test.describe('a German reader', () => {
  test.use({ locale: 'de-DE' });
  test('gets German words in the same places, and what was asked for', async ({ page }) => {
    const release = await openHeld(page);
    const placesOf = () =>
      page.evaluate(() =>
        Array.from(document.querySelectorAll('header, figure, [role="tabpanel"], main > section'), (element) => {
          const { left, top, width } = element.getBoundingClientRect();
          return [left, top, width].map(Math.round);
        }),
      );
    const before = await placesOf();
    await page.getByRole('button', { name: 'Menu' }).click();
    await release();
    await expect(page.getByRole('button', { name: 'Tastatur' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Schritt', exact: true })).toBeVisible();
    await expect(page.getByText('Learning rate')).toHaveCount(0);
    expect(await placesOf()).toEqual(before);
  });

  test('sees the frame of a link until the words are there, and what was pressed on it is done', async ({ page }) => {
    const words = await holdBack(page, '**/assets/german*');
    await page.goto('/?level=all#problem=tug-of-war');
    // The page has rendered nothing yet, for want of words.
    await page.waitForFunction(() => Reflect.get(globalThis, 'adoption') !== undefined);
    await page.getByRole('button', { name: 'Step', exact: true }).click({ force: true });
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    await expect(page.getByRole('button', { name: 'Next epoch' })).toBeVisible();
    words();
    await expect(page.getByRole('button', { name: 'Schritt', exact: true })).toBeVisible();
    await expect(page.getByTestId('readout')).toHaveAttribute('data-step', '1');
  });
});

test.describe('with scripts forbidden', () => {
  test.use({ javaScriptEnabled: false });
  for (const address of ['/', '/minibatch-lab.html'])
    test(`${address} shows it, and says what it would do`, async ({ page }) => {
      await page.goto(address);
      await expect(page.getByRole('heading', { name: 'The next point' })).toBeVisible();
      await expect(page.getByRole('tabpanel').getByText('Where will these 8 examples move the weights?')).toBeVisible();
      // This browser keeps from scripts without showing what stands there for it.
      expect(await page.locator('noscript').textContent()).toContain('needs JavaScript');
    });
});

test('the one file takes it over as well', async ({ page }) => {
  await page.goto('/minibatch-lab.html');
  await isTakenOver(page);
  await page.getByRole('tabpanel').getByRole('button', { name: 'Free play' }).click();
  await expect(page.getByTestId('readout')).toHaveAttribute('data-update', /\d/);
});
