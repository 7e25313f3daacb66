// For everyone: what axe finds, what is said instead of shown, and what remains when the reader changes how a page looks.

import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { LabPage } from './page.ts';

let lab: LabPage;

test.beforeEach(({ page }) => {
  lab = new LabPage(page);
});

test.afterEach(() => {
  expect(lab.errors).toEqual([]);
});

/** What axe has against the page or a part of it, in lines that a reader of the report understands. */
async function faults(page: Page, part = 'body'): Promise<readonly string[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const { violations } = await new AxeBuilder({ page }).include(part).withTags(tags).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target}\n${failureSummary}`),
  );
}

async function openMenu(page: Page, name: string): Promise<void> {
  await lab.press('Menu');
  await page.getByRole('button', { name, exact: true }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
}

for (const theme of ['light', 'dark'] as const)
  for (const [layout, width, height] of [
    ['wide', 1280, 720],
    ['compact', 500, 300],
    ['phone', 360, 740],
  ] as const)
    test(`axe finds nothing in ${theme}, ${layout}`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      await lab.open(`?theme=${theme}#problem=line-fit&step=3`);
      await lab.reaches(3);
      expect(await faults(page)).toEqual([]);
      if (layout !== 'compact') return;
      await lab.press('More');
      expect(await faults(page)).toEqual([]);
    });

for (const name of ['Share …', 'About the numbers', 'Keyboard', 'Export …'])
  test(`axe finds nothing in the dialog ${name}, which Escape closes`, async ({ page }) => {
    for (const theme of ['light', 'dark']) {
      await lab.open(`?theme=${theme}`);
      await openMenu(page, name);
      expect(await faults(page, 'dialog')).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await expect(lab.button('Menu')).toBeFocused();
    }
  });

const views = [
  'guide',
  'examples',
  'numbers',
  'batch',
  'noise',
  'gradients',
  'section',
  'depth',
  'optimizer',
  'code',
  'steps',
  'schedule',
  'compare',
  'glossary',
];

for (const view of views)
  test(`axe finds nothing in the view ${view}`, async ({ page }) => {
    await lab.open('#schedule=cosine&step=4');
    await lab.reaches(4);
    await lab.choose(view);
    const name = String(await page.locator(`[role="tab"][data-tab="${view}"]`).textContent());
    await expect(page.getByRole('tabpanel', { name, exact: true })).not.toBeEmpty();
    expect(await faults(page, '[role="tabpanel"]')).toEqual([]);
  });

test('axe finds nothing in the settings, and the list of views above is whole', async ({ page }) => {
  await lab.open('#schedule=cosine&step=4');
  await lab.reaches(4);
  // The views come second: they are waited for.
  expect((await lab.views()).sort()).toEqual([...views].sort());
  await lab.press('Settings');
  expect(await faults(page)).toEqual([]);
});

test('axe finds nothing where a host hides and fixes controls', async ({ page }) => {
  await lab.open('?embed=1&hide=speed,learning-rate,tab-code,zoom&lock=optimizer,batch-size,settings,start');
  expect(await faults(page)).toEqual([]);
});

test('each plot is described by what it shows now', async ({ page }) => {
  await lab.open();
  const { weights } = await lab.pending();
  const weightSpace = page.getByRole('figure', { name: 'Weight space' });
  await expect(weightSpace).toHaveAccessibleDescription(new RegExp(`weights are at ${signed(weights[0])}`));
  await expect(page.getByRole('figure', { name: 'Loss curve' })).toHaveAccessibleDescription(/no curve yet/);
  await lab.press('Step');
  const next = await lab.reaches(1);
  await expect(weightSpace).toHaveAccessibleDescription(new RegExp(`After 1 steps.*${signed(next.weights[0])}`));
  await expect(page.getByRole('figure', { name: 'Data space' })).toHaveAccessibleDescription(
    new RegExp(`by number: ${next.batch.join(', ')}`),
  );
  await expect(page.getByRole('figure', { name: 'Loss curve' })).toHaveAccessibleDescription(/over 1 steps/);
});

const signed = (value: number): string => Number(value.toPrecision(3)).toPrecision(3).replace('-', '−');

test('each step by hand is announced, and at speed a sentence every two seconds at most', async ({ page }) => {
  await lab.open();
  const heard = page.getByTestId('announcement');
  await expect(heard).toHaveText('');
  await lab.press('Step');
  await expect(heard).toHaveText(/^Step 1, epoch 1\. w1 /);
  await page.evaluate(() => {
    const times: number[] = [];
    new MutationObserver(() => times.push(performance.now())).observe(
      document.querySelector('[data-testid="announcement"]')!,
      { childList: true, characterData: true, subtree: true },
    );
    Object.assign(window, { times });
  });
  // Fast, and yet far from the limit of steps when the last sentence comes.
  await lab.slide('Speed', 9);
  await lab.slide('Learning rate', -2);
  await lab.press('Play');
  const times = () => page.evaluate(() => (window as unknown as { times: number[] }).times);
  await expect.poll(async () => (await times()).length).toBeGreaterThan(2);
  const [first, ...later] = await times();
  const seconds = ((later.at(-1) ?? first) - first) / 1000;
  // What is said of the step before the run, and of its start and end, comes beside the regular sentences.
  expect(later.length).toBeLessThanOrEqual(seconds / 2 + 3);
});

test('the last steps stand in a table, equal to the run', async ({ page }) => {
  await lab.open();
  await lab.choose('steps');
  await expect(page.getByText('No step has been taken yet.')).toBeVisible();
  const first = await lab.pending();
  for (let step = 1; step <= 3; step++) {
    await lab.press('Step');
    await lab.reaches(step);
  }
  const rows = page.getByRole('table').locator('tbody tr');
  await expect(rows).toHaveCount(3);
  const cells = await rows.last().locator('th, td').allInnerTexts();
  expect(cells.slice(0, 4)).toEqual(['0', '1', signed(first.weights[0]), signed(first.weights[1])]);
  await lab.press('Next epoch');
  await lab.press('Next epoch');
  await lab.press('Next epoch');
  await lab.press('Next epoch');
  await expect(rows).toHaveCount(50);
});

test('nothing is lost at 200 % text and at 320 pixels', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await lab.open();
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(await overflow()).toBeLessThanOrEqual(0);
  await page.addStyleTag({ content: 'html { font-size: 200% }' });
  expect(await overflow()).toBeLessThanOrEqual(0);
  for (const name of ['Play', 'Step', 'Settings', 'Menu']) {
    await lab.button(name).scrollIntoViewIfNeeded();
    const box = await lab.button(name).boundingBox();
    expect(box!.x, name).toBeGreaterThanOrEqual(0);
    expect(box!.x + box!.width, name).toBeLessThanOrEqual(320);
  }
});

test('whatever is pressed is 24 pixels or more, and 44 in the transport', async ({ page }) => {
  for (const [width, height] of [
    [1280, 720],
    [360, 740],
  ] as const) {
    await page.setViewportSize({ width, height });
    await lab.open();
    const small = await page.evaluate(() => {
      const pressed = [...document.querySelectorAll<HTMLElement>('button, select, input:not([type="checkbox"])')];
      return pressed
        .filter((element) => element.offsetWidth > 0)
        .filter(({ offsetWidth, offsetHeight }) => offsetWidth < 24 || offsetHeight < 24)
        .map((element) => element.outerHTML);
    });
    expect(small).toEqual([]);
    for (const name of ['Reset', 'Step back', 'Play', 'Step', 'Next epoch']) {
      const box = await lab.button(name).boundingBox();
      expect(Math.min(box!.width, box!.height), name).toBeGreaterThanOrEqual(44);
    }
  }
});

test('readers who want little motion get two pictures a second and no start by itself', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await lab.open('?autoplay=1');
  await page.waitForTimeout(600);
  expect((await lab.pending()).step).toBe(0);
  await lab.slider('Speed').press('End');
  await page.evaluate(() => {
    const { dataset } = document.querySelector<HTMLElement>('[data-testid="readout"]')!;
    const shown = new Set<string>();
    Object.assign(window, { shown });
    setInterval(() => shown.add(dataset.step!), 4);
  });
  const began = Date.now();
  await lab.press('Play');
  const shown = () => page.evaluate(() => (window as unknown as { shown: Set<string> }).shown.size);
  await expect.poll(shown).toBeGreaterThan(3);
  expect(await shown()).toBeLessThanOrEqual(2 * ((Date.now() - began) / 1000) + 2);
});

test('the plots follow the font size that a reader asked for, at once and whole', async ({ page }) => {
  await lab.open('#step=3');
  await lab.reaches(3);
  const figure = page.getByRole('figure', { name: 'Weight space' });
  const heightOf = async (): Promise<number> =>
    (await figure.locator('svg text').filter({ hasText: 'w2' }).first().boundingBox())?.height ?? 0;
  const before = await heightOf();
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  await expect.poll(async () => (await heightOf()) / before).toBeCloseTo(2, 1);
  // Drawing, canvases, and buttons are still as large as their figure.
  const sizes = await figure.evaluate((element) =>
    [element, ...element.querySelectorAll('svg')].map((part) => part.getBoundingClientRect().width),
  );
  expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThan(1);
  const ends = await figure.evaluate((element) => {
    const [svg, canvas] = ['svg', 'canvas'].map((name) => element.querySelector(name)?.getBoundingClientRect());
    return [svg?.right ?? 0, canvas?.right ?? 0];
  });
  // Ten of the plot's own pixels are the margin on the right.
  expect(ends[0] - ends[1]).toBeCloseTo(20, 0);
});

test('in forced colours controls are the system’s and pictures keep their meaning', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await lab.open('#step=3');
  await lab.reaches(3);
  expect(await faults(page)).toEqual([]);
  const adjust = await page
    .getByRole('figure', { name: 'Weight space' })
    .evaluate((figure) => getComputedStyle(figure).forcedColorAdjust);
  expect(adjust).toBe('none');
});

test('on a page from right to left words turn, axes and time do not', async ({ page }) => {
  await lab.open('?lang=x-rtl');
  const box = async (name: string) => (await lab.button(name).boundingBox())!;
  const title = (await page.locator('header').getByText('Minibatch Lab').boundingBox())!;
  expect((await box('Menu')).x).toBeLessThan(title.x);
  expect((await box('Step back')).x).toBeLessThan((await box('Step')).x);
  const marks = await page.getByRole('figure', { name: 'Weight space' }).evaluate((figure) => {
    return [...figure.querySelectorAll('text.tick')].map((text) => text.getBoundingClientRect().left);
  });
  expect(marks.length).toBeGreaterThan(4);
  const rule = page.getByRole('tabpanel').locator('table').first();
  expect(await rule.evaluate((table) => getComputedStyle(table).direction)).toBe('ltr');
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await lab.press('Step');
  await lab.reaches(1);
});

/** Numbers and formulas of which a later character stands left of an earlier one in the same line. */
const turned = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const parts = /[−+]?\d[\d.,]*(?: × 10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)?%?|\(−[^)]*\)|\w+ = .*|\(w1[^:]*²|.*[[\]].*/gu;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.textContent ?? '';
      if (node.parentElement?.checkVisibility({ visibilityProperty: true }) !== true) continue;
      if (node.parentElement.closest('script, style, option, button, desc') !== null) continue;
      const place = (index: number): DOMRect => {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + 1);
        return range.getBoundingClientRect();
      };
      for (const match of text.matchAll(parts)) {
        const places = [...match[0]].map((_, i) => place(match.index + i)).filter(({ width }) => width > 0);
        if (places.some(({ top, left }, i) => i > 0 && top === places[i - 1].top && left < places[i - 1].left - 0.5))
          found.push(match[0]);
      }
    }
    return found;
  });

test('on a page from right to left numbers, formulas, and code do not turn round', async ({ page }) => {
  await lab.open('?lang=x-rtl#problem=line-fit&optimizer=adam&step=37');
  await lab.reaches(37);
  await expect(page.getByRole('tab').filter({ visible: true }).first()).toBeVisible();
  for (const name of ['numbers', 'optimizer', 'code', 'compare']) {
    await lab.choose(name);
    await expect(page.getByRole('tabpanel')).toHaveText(/\S{2}/);
    expect(await turned(page), name).toEqual([]);
  }
  await lab.press('Settings');
  await expect(page.getByRole('region', { name: 'Settings' })).toHaveText(/\S{2}/);
  expect(await turned(page)).toEqual([]);
});

test('printed, the picture, the settings, the formula, and the link fit one sheet', async ({ page }) => {
  await lab.open('#problem=sine-fit&optimizer=adam&step=7');
  await lab.reaches(7);
  const pdf = await page.pdf({ format: 'A4', printBackground: true });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('Link to this run')).toBeVisible();
  // What can be pressed in a sentence is part of it.
  const said = page.locator('header [data-said]');
  for (const words of await said.all()) await expect(words).toBeVisible();
  expect(await said.count()).toBeGreaterThan(0);
  await expect(page.getByText(/#v=1&optimizer=adam&problem=sine-fit&step=7$/)).toBeVisible();
  await expect(page.getByText('Adam: ', { exact: false }).filter({ visible: true }).first()).toBeVisible();
  await expect(lab.button('Play')).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await expect(page.getByText('Link to this run')).toHaveCount(0);
});

test('the open view is printed as well, all of it or not at all', async ({ page }) => {
  await lab.open('#problem=sine-fit&step=40&batchSize=50');
  await lab.reaches(40);
  const view = page.getByRole('tabpanel', { includeHidden: true });
  const onPaper = async (name: string, check: () => Promise<void>): Promise<void> => {
    await lab.choose(name);
    await expect(view).toHaveText(/\S{2}/);
    // A view is printed as it is when the page goes to paper.
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print' });
    await check();
    await page.emulateMedia({ media: 'screen' });
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  };
  await lab.choose('section');
  await expect(page.getByRole('figure', { name: 'Section' })).toContainText('this step');
  const pdf = await page.pdf({ format: 'A4', printBackground: true });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  await onPaper('section', async () => {
    await expect(page.getByRole('figure', { name: 'Section' })).toBeVisible();
    await expect(page.getByRole('tab', { name: 'Section' })).toBeVisible();
    await expect(page.getByRole('tab').filter({ visible: true })).toHaveCount(1);
    await expect(view.getByRole('button')).toHaveCount(0);
  });
  // What scrolls on the screen is opened: nothing of it is hidden by its own place.
  await onPaper('steps', async () => {
    await expect(view.getByRole('row')).toHaveCount(41);
    const ends = await view
      .getByRole('row')
      .last()
      .evaluate((row) => row.getBoundingClientRect().bottom);
    expect(await view.evaluate((panel) => panel.getBoundingClientRect().bottom)).toBeGreaterThanOrEqual(ends);
  });
  // Rows that come only when they are scrolled to are not there, and the glossary tells nothing of the run.
  for (const name of ['batch', 'glossary']) await onPaper(name, async () => expect(view).toBeHidden());
});

test('on paper every canvas is there, and none clears what lies under it', async ({ page }) => {
  await lab.open('#problem=circles&step=7');
  await lab.reaches(7);
  const network = page.getByRole('figure', { name: 'Network', exact: true });
  await expect(network).toBeVisible();
  // What is drawn when the handlers have had their turn is what goes to paper.
  const inks = await network.evaluate((figure) => {
    dispatchEvent(new Event('beforeprint'));
    const inks = Array.from(figure.querySelectorAll('canvas'), (canvas) => {
      const bytes = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      return bytes.some((byte) => byte > 0);
    });
    dispatchEvent(new Event('afterprint'));
    return inks;
  });
  expect(inks).toEqual([true, true, true]);
  // Each canvas is a picture with holes, not strokes that begin with a hole in what they lie on.
  const pdf = (await page.pdf({ format: 'A4', printBackground: true })).toString('latin1');
  expect(pdf.match(/\/SMask \d+ \d+ R/g)?.length ?? 0).toBeGreaterThanOrEqual(7);
});

test('a page in dark colours is printed in light ones, its canvases too', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await lab.open();
  /** How light the paper is and a corner of the loss surface, of 255. */
  const lightness = (): Promise<readonly number[]> =>
    page.evaluate(() => {
      const mean = ([red, green, blue]: Iterable<number>): number => (red + green + blue) / 3;
      const canvas = document.querySelector<HTMLCanvasElement>('figure canvas');
      const corner = canvas?.getContext('2d')?.getImageData(4, 4, 1, 1).data ?? [0, 0, 0];
      const paper = getComputedStyle(document.body).backgroundColor.match(/\d+/g)?.map(Number) ?? [0, 0, 0];
      return [mean(paper), mean(corner)];
    });
  const isLight = async (): Promise<boolean> => (await lightness()).every((value) => value > 150);
  const isDark = async (): Promise<boolean> => (await lightness()).every((value) => value < 100);
  await expect.poll(isDark).toBe(true);
  // What the page is like when its own handlers have had their turn is what goes to paper.
  const printed = page.evaluate(() => dispatchEvent(new Event('beforeprint'))).then(lightness);
  expect((await printed).map((value) => value > 150)).toEqual([true, true]);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  expect(await isDark()).toBe(true);
  await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
  await expect.poll(isLight).toBe(true);
});

test('the schedule is drawn with the pending step on it, and says what follows its end', async ({ page }) => {
  await lab.open('#schedule=cosine&tMax=20&step=30');
  const { learningRate } = await lab.reaches(30);
  await lab.choose('schedule');
  await expect(page.getByTestId('schedule-now')).toHaveText(`${signed(learningRate)} after 30 steps`);
  await expect(page.getByText(`now ${signed(learningRate)}`)).toBeVisible();
  await lab.slide('Step of the run', 5);
  const before = await lab.reaches(5);
  await expect(page.getByTestId('schedule-now')).toHaveText(`${signed(before.learningRate)} after 5 steps`);
  await lab.press('Settings');
  await expect(page.getByText('after 20 steps the rate rises again', { exact: false })).toBeVisible();
});

test('a training that keeps breaking down says so, with details to copy, and can begin again', async ({ page }) => {
  await page.addInitScript(() => {
    const RealWorker = Worker;
    window.Worker = class extends RealWorker {
      constructor(...given: ConstructorParameters<typeof RealWorker>) {
        super(...given);
        // Broken before it has answered at all, it would be a worker that cannot start here.
        let answers = 0;
        this.addEventListener('message', () => {
          if (++answers === 5) this.dispatchEvent(new ErrorEvent('error', { message: 'broken on purpose' }));
        });
      }
    };
  });
  await lab.open();
  await lab.press('Play');
  await expect(page.getByText('Training broke down three times', { exact: false })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Details for a report' })).toHaveValue(/broken on purpose/);
  expect(await faults(page)).toEqual([]);
  await page.getByRole('status', { name: 'Notices' }).getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('Training broke down three times', { exact: false })).toHaveCount(0);
  await lab.hasStatus('ready');
});

/** Sliders and fields whose number is no plain number, or beyond their bounds, or without words. */
const oddNumbers = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const odd: string[] = [];
    for (const element of document.querySelectorAll('[role="slider"], [role="spinbutton"], input[type="range"]')) {
      const isNative = element instanceof HTMLInputElement && element.type === 'range';
      const now = isNative ? element.value : element.getAttribute('aria-valuenow');
      const [low, high] = isNative
        ? [element.min, element.max]
        : [element.getAttribute('aria-valuemin'), element.getAttribute('aria-valuemax')];
      const isPlain = [low, now, high].every((text) => text === null || /^-?\d+(\.\d+)?$/.test(text));
      const isWithin = (low === null || Number(low) <= Number(now)) && (high === null || Number(now) <= Number(high));
      const words = element.getAttribute('aria-valuetext') ?? '';
      if (now === null || !isPlain || !isWithin || words === '' || /NaN|undefined|Infinity/.test(words))
        odd.push(`${element.getAttribute('aria-label')}: ${low} <= ${now} <= ${high}, "${words}"`);
    }
    return odd;
  });

test('sliders and fields have plain numbers within their bounds, and words beside them', async ({ page }) => {
  await lab.open('#step=5');
  await lab.reaches(5);
  await expect(page.getByRole('slider', { name: 'Batch size' })).toBeVisible();
  expect(await oddNumbers(page)).toEqual([]);
  await page.getByRole('figure', { name: 'Loss curve' }).getByRole('slider').focus();
  await page.keyboard.press('ArrowLeft');
  expect(await oddNumbers(page)).toEqual([]);
  // Far out, and in a part of weight space far smaller than any number on its axes.
  await lab.open('#learningRate=1&step=5');
  await lab.press('Next epoch');
  await lab.hasStatus('diverged');
  await expect.poll(() => oddNumbers(page)).toEqual([]);
  await lab.open('#learningRate=1e-7&optimizer=adam&epsilon=1e-8');
  for (let press = 0; press < 40; press++) await lab.press('Zoom in');
  await lab.press('Settings');
  await expect(page.getByRole('region', { name: 'Settings' }).getByRole('slider').first()).toBeVisible();
  expect(await oddNumbers(page)).toEqual([]);
});

test('what the range test finds comes into view and is said', async ({ page }) => {
  await lab.open();
  await lab.choose('compare');
  await page.getByRole('radio', { name: 'Sweep' }).click();
  const panel = page.getByRole('tabpanel');
  const run = panel.getByRole('button', { name: 'Run the range test' });
  await run.click();
  await expect(panel.getByRole('button', { name: /^Use \d/ })).toBeInViewport({ ratio: 1 });
  await expect(panel.getByRole('status').filter({ hasText: /^Try \d/ })).toBeInViewport({ ratio: 1 });
  await expect(run).toBeFocused();
});
