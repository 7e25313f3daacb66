import { expect, test } from '@playwright/test';
import { holdBack, LabPage } from './page.ts';

let lab: LabPage;

test.beforeEach(({ page }) => {
  lab = new LabPage(page);
});

test.afterEach(() => {
  expect(lab.errors).toEqual([]);
});

const sum = (a: readonly number[], b: readonly number[]): number[] => a.map((value, i) => value + b[i]);

test('the first screen shows a pending step, and Step takes exactly it', async () => {
  await lab.open();
  const first = await lab.pending();
  expect(first).toMatchObject({ step: 0, epoch: 0, status: 'ready' });
  expect(first.batch.length).toBeGreaterThan(1);
  for (const figure of ['Weight space', 'Data space', 'Loss curve'])
    await expect(lab.page.getByRole('figure', { name: figure })).toBeVisible();
  await lab.press('Step');
  const second = await lab.reaches(1);
  expect(second.weights).toEqual(sum(first.weights, first.update));
  first.update.forEach((value, i) => {
    expect(value).toBe(-first.learningRate * first.gradient[i]);
  });
});

test('the page can be used before its second file is there, and nothing moves when it comes', async ({ page }) => {
  const letIn = await holdBack(page, '**/assets/second-*');
  await lab.open();
  await lab.press('Step');
  await lab.reaches(1);
  await page.keyboard.press('ArrowLeft');
  await lab.reaches(0);
  await page.keyboard.press('ArrowRight');
  await lab.reaches(1);
  await lab.slide('Learning rate', -2);
  await expect(lab.readout).toHaveAttribute('data-learning-rate', '0.01');
  await expect(page.getByRole('figure', { name: 'Data space' })).toBeHidden();
  const places = ['Weight space', 'Run'].map((name) =>
    page.getByRole(name === 'Run' ? 'region' : 'figure', { name, exact: true }),
  );
  const before = await Promise.all([...places, lab.slider('Batch size')].map((place) => place.boundingBox()));
  letIn();
  for (const name of ['Data space', 'Loss curve'])
    await expect(page.getByRole('figure', { name, exact: true })).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Numbers' })).toBeVisible();
  expect(await Promise.all([...places, lab.slider('Batch size')].map((place) => place.boundingBox()))).toEqual(before);
  expect((await lab.pending()).step).toBe(1);
});

test('a page at rest has fetched its two files, its first question, and nothing else', async ({ page }) => {
  const fetched: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith('blob:')) fetched.push(new URL(request.url()).pathname);
  });
  await page.goto('/');
  await expect(page.getByRole('figure', { name: 'Loss curve' })).toBeVisible();
  await expect(lab.slider('Your point')).toBeVisible();
  // Both stand in the page's file until the script has its own.
  await expect(page.locator('[data-stand-in]')).toHaveCount(0);
  await page.waitForLoadState('networkidle');
  const names = fetched.map((path) => path.replace(/^\/assets\/|-[^/]+(?:\.\w+)$/g, '')).sort();
  const ofQuestion = /^(?:question|lesson|sheet$|theNextPoint|words)/;
  const ofSentence = /^(?:LiveSentence|live$|Term|near$)/;
  expect(names.filter((name) => !ofQuestion.test(name) && !ofSentence.test(name))).toEqual([
    ...['/', 'index', 'second', 'second'],
  ]);
});

test('an optimizer that has yet to be loaded is chosen all the same, and what is pressed meanwhile follows it', async ({
  page,
}) => {
  const letIn = await holdBack(page, '**/assets/whole-*');
  await lab.openBare();
  await lab.press('Step');
  await lab.reaches(1);
  const weights = (await lab.pending()).weights;
  await page.getByRole('combobox', { name: 'Optimizer' }).selectOption('adam');
  await lab.press('Step');
  await page.keyboard.press('ArrowRight');
  await expect(lab.readout).toHaveAttribute('data-step', '1');
  letIn();
  await lab.reaches(2);
  await expect(page).toHaveURL(/optimizer=adam.*step=2/);
  expect((await lab.pending()).weights).not.toEqual(weights);
  await lab.press('Reset');
  await lab.reaches(0);
  await page.getByRole('combobox', { name: 'Problem' }).selectOption('rotated-valley');
  await lab.press('Step');
  await lab.reaches(1);
});

test('Step back and the scrubber show earlier steps, and going on repeats them', async () => {
  await lab.open('#problem=sine-fit');
  const seen = [await lab.pending()];
  for (let step = 1; step <= 6; step++) {
    await lab.press('Step');
    seen.push(await lab.reaches(step));
  }
  await lab.press('Step back');
  expect(await lab.reaches(5)).toEqual(seen[5]);
  await lab.slide('Step of the run', 2);
  expect({ ...(await lab.reaches(2)), status: '' }).toEqual({ ...seen[2], status: '' });
  await lab.press('Step');
  expect({ ...(await lab.reaches(3)), status: '' }).toEqual({ ...seen[3], status: '' });
  await lab.press('Reset');
  expect(await lab.reaches(0)).toEqual(seen[0]);
  await lab.hasStatus('ready');
});

test('Play runs, Pause stops, and pausing adds no step', async () => {
  await lab.open();
  await lab.press('Play');
  await lab.hasStatus('running');
  await expect.poll(async () => (await lab.pending()).step).toBeGreaterThan(3);
  await lab.press('Pause');
  await lab.hasStatus('paused');
  const stopped = await lab.pending();
  await lab.page.waitForTimeout(400);
  expect(await lab.pending()).toEqual(stopped);
});

test('Next epoch takes the rest of the epoch', async () => {
  await lab.open('#problem=line-fit&examples=50&batchSize=8');
  await lab.press('Step');
  await lab.reaches(1);
  await lab.press('Next epoch');
  expect(await lab.reaches(7)).toMatchObject({ epoch: 1 });
  await lab.press('Next epoch');
  expect(await lab.reaches(14)).toMatchObject({ epoch: 2 });
});

test('a change of the learning rate moves the pending update at once and takes no step', async () => {
  await lab.open();
  await lab.press('Step');
  const before = await lab.reaches(1);
  await lab.slide('Learning rate', Math.log10(0.01));
  await expect.poll(async () => (await lab.pending()).learningRate).toBeCloseTo(0.01, 10);
  const after = await lab.pending();
  expect(after.step).toBe(1);
  expect(after.gradient).toEqual(before.gradient);
  after.update.forEach((value, i) => {
    expect(value).toBe(-after.learningRate * after.gradient[i]);
  });
});

test('a change mid-run acts from the next step and loses nothing', async () => {
  await lab.open('#problem=line-fit');
  for (let step = 1; step <= 3; step++) {
    await lab.press('Step');
    await lab.reaches(step);
  }
  await lab.slide('Learning rate', -2);
  await lab.press('Step');
  await lab.reaches(4);
  await lab.slide('Step of the run', 1);
  const early = await lab.reaches(1);
  expect(early.learningRate).toBe(0.1);
  await lab.slide('Step of the run', 4);
  expect((await lab.reaches(4)).learningRate).toBeCloseTo(0.01, 10);
});

/** Where weights lie in the drawing of weight space, in its pixels. */
async function pixelOf(): Promise<(weights: readonly number[]) => readonly number[]> {
  const svg = lab.page.locator('svg[data-view]');
  const view = (await svg.getAttribute('data-view'))!.split(',').map(Number);
  const plot = (await svg.getAttribute('data-plot'))!.split(',').map(Number);
  return ([w1, w2]) => [
    plot[0] + ((w1 - view[0]) / (view[1] - view[0])) * (plot[2] - plot[0]),
    plot[3] - ((w2 - view[2]) / (view[3] - view[2])) * (plot[3] - plot[1]),
  ];
}

/** Sees that a line or an arrow of the drawing goes from one point to the other, to half a pixel. */
async function expectLine(testId: string, from: readonly number[], to: readonly number[]): Promise<void> {
  const line = lab.page.getByTestId(testId);
  const [x1, y1, x2, y2] = await line.evaluate((element) => {
    const outline = element.getAttribute('d')?.match(/-?[\d.]+/g);
    return (outline ?? ['x1', 'y1', 'x2', 'y2'].map((name) => element.getAttribute(name))).map(Number);
  });
  expect(Math.hypot(x1 - from[0], y1 - from[1]), testId).toBeLessThan(0.5);
  expect(Math.hypot(x2 - to[0], y2 - to[1]), testId).toBeLessThan(0.5);
}

test('the drawn update ends on the next weights, to a pixel, and the path on the present ones', async () => {
  for (const hash of ['#problem=line-fit', '#problem=tug-of-war&optimizer=adam', '#problem=two-layer-product']) {
    await lab.open(hash);
    const start = (await lab.pending()).weights;
    await lab.press('Step');
    await lab.reaches(1);
    const { weights, update } = await lab.pending();
    const pixel = await pixelOf();
    await expectLine('arrow-update', pixel(weights), pixel(sum(weights, update)));
    await expectLine('path-end', pixel(start), pixel(weights));
    await lab.press('Step');
    await lab.reaches(2);
    await expectLine('path-end', pixel(weights), pixel((await lab.pending()).weights));
    // The canvas has the whole path up to a step that was taken.
    await lab.press('Step back');
    await lab.reaches(1);
    await expectLine('path-end', pixel(weights), pixel(weights));
    await lab.page.goto('about:blank');
  }
});

test('the weights can be dragged, moved by keys, and typed to begin anew', async () => {
  await lab.open();
  await lab.press('Step');
  await lab.reaches(1);
  const handle = lab.page.getByTestId('weights-handle');
  await handle.focus();
  const before = (await lab.pending()).weights;
  await lab.page.keyboard.press('ArrowRight');
  await lab.reaches(0);
  const after = (await lab.pending()).weights;
  expect(after[0]).toBeGreaterThan(before[0]);
  expect(after[1]).toBe(before[1]);
  const box = (await handle.boundingBox())!;
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await lab.page.mouse.move(middle.x, middle.y);
  await lab.page.mouse.down();
  await lab.page.mouse.move(middle.x + 80, middle.y + 60, { steps: 5 });
  await lab.page.mouse.up();
  await expect.poll(async () => (await lab.pending()).weights[0]).toBeGreaterThan(after[0] + 0.3);
  await lab.hasStatus('ready');
});

test('too large a rate diverges, says why, and offers a way on', async () => {
  await lab.open('#problem=line-fit&learningRate=3');
  await lab.press('Play');
  await lab.hasStatus('diverged');
  const { weights } = await lab.pending();
  expect(weights.every(Number.isFinite)).toBe(true);
  await expect(lab.page.getByText(/diverged/i).first()).toBeVisible();
  await lab.press('Step back');
  await lab.hasStatus('paused');
});

test('a rate that is offered has been tried', async () => {
  await lab.open('#problem=line-fit&optimizer=momentum&batchSize=1&learningRate=1');
  await lab.slide('Speed', 99);
  await lab.press('Play');
  await lab.hasStatus('diverged');
  await lab.page.getByRole('button', { name: /^Try \d/ }).click();
  await lab.hasStatus('ready');
  await lab.press('Play');
  await expect.poll(async () => (await lab.pending()).step).toBeGreaterThan(500);
  await expect(lab.page.getByText(/diverged/i)).toHaveCount(0);
});

test('a converged run stops by itself', async () => {
  await lab.open('#problem=tug-of-war&batchSize=60&examples=60&learningRate=0.4');
  await lab.slide('Speed', 99);
  await lab.press('Play');
  await lab.hasStatus('converged');
  const { step } = await lab.pending();
  await lab.press('Keep going');
  await expect.poll(async () => (await lab.pending()).step).toBeGreaterThan(step + 20);
  await lab.hasStatus('running');
});

test('playing from an earlier step continues from there', async () => {
  await lab.open();
  await lab.press('Next epoch');
  await lab.reaches(13);
  await lab.slide('Step of the run', 4);
  await lab.reaches(4);
  await lab.press('Play');
  await expect.poll(async () => (await lab.pending()).step).toBeGreaterThan(5);
  await lab.press('Pause');
  const { step } = await lab.pending();
  await expect(lab.slider('Step of the run')).toHaveAttribute('max', String(step));
});

test('the same link gives the same run, and the run never depends on its speed', async ({ page }) => {
  const hash =
    '#problem=logistic-regression&optimizer=adam&learningRate=0.05&batchSize=16&seed=11&start=-1,2&examples=100';
  await lab.open(hash);
  for (let epoch = 1; epoch <= 3; epoch++) {
    await lab.press('Next epoch');
    await lab.reaches(7 * epoch);
  }
  const byHand = await lab.pending();
  await page.goto('about:blank');
  await lab.open(hash);
  await lab.press('Play');
  await expect.poll(async () => (await lab.pending()).step).toBeGreaterThan(2);
  await lab.press('Pause');
  for (;;) {
    const { step } = await lab.pending();
    if (step >= 21) break;
    await lab.press('Step');
    await lab.reaches(step + 1);
  }
  await lab.slide('Step of the run', 21);
  expect({ ...(await lab.reaches(21)), status: '' }).toEqual({ ...byHand, status: '' });
});

test.describe('a bad link', () => {
  for (const [hash, words] of [
    ['#problem=banana', /problem/i],
    ['#problem=constructor', /problem/i],
    ['#problem=line-fit&learningRate=banana', /learning rate/i],
    ['#problem=line-fit&batchSize=5000', /batch size/i],
    ['#problem=line-fit&seed=-1e99', /seed/i],
    ['#problem=line-fit&optimizer=__proto__', /optimizer/i],
  ] as const)
    test(`${hash} loads the default with one notice naming the field`, async ({ page }) => {
      await lab.open(hash);
      const notices = page.getByRole('status', { name: 'Notices' });
      await expect(notices).toContainText(words);
      const pending = await lab.pending();
      expect(pending.weights.every(Number.isFinite)).toBe(true);
      await notices.getByRole('button').click();
      await expect(notices).not.toContainText(words);
    });

  test('is read on hashchange too', async ({ page }) => {
    await lab.open('#problem=line-fit&seed=3');
    const first = await lab.pending();
    await page.evaluate(() => {
      location.hash = '#problem=line-fit&seed=4';
    });
    await expect.poll(async () => (await lab.pending()).batch.join()).not.toBe(first.batch.join());
    await expect(page.getByRole('combobox', { name: 'Problem' })).toHaveValue('line-fit');
  });
});

test('the address follows the settings without adding history', async ({ page }) => {
  await lab.open();
  const entries = await page.evaluate(() => history.length);
  await page.getByRole('combobox', { name: 'Problem' }).selectOption('sine-fit');
  await page.getByRole('combobox', { name: 'Optimizer' }).selectOption('adam');
  await expect.poll(() => page.evaluate(() => location.hash)).toContain('optimizer=adam');
  expect(await page.evaluate(() => location.hash)).toContain('problem=sine-fit');
  expect(await page.evaluate(() => history.length)).toBe(entries);
});

for (const [width, height] of [
  [1280, 720],
  [500, 300],
  [360, 740],
  [320, 640],
] as const)
  test(`nothing is cut at ${width}x${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await lab.open();
    const controls = [lab.button('Play'), lab.button('Step'), lab.slider('Learning rate'), lab.slider('Batch size')];
    // The narrowest page may scroll down, but never sideways.
    if (width > 320) for (const control of controls) await expect(control).toBeInViewport({ ratio: 0.9 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
    await lab.press('Step');
    await lab.reaches(1);
    if (width === 1280)
      expect(await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBeLessThanOrEqual(0);
  });

test('as fast as it goes, the run reaches its limit, stays whole, and can go on', async ({ page }) => {
  await lab.open('#problem=line-fit&learningRate=0.05');
  await lab.slider('Speed').press('End');
  await lab.press('Play');
  await lab.hasStatus('limit');
  await lab.reaches(100_000);
  await lab.slide('Step of the run', 77_777);
  const there = await lab.reaches(77_777);
  await lab.press('Step');
  expect((await lab.reaches(77_778)).weights).toEqual(sum(there.weights, there.update));
  await lab.slide('Step of the run', 100_000);
  await lab.reaches(100_000);
  await page.getByRole('button', { name: 'Keep going' }).click();
  await expect.poll(async () => (await lab.pending()).step).toBeGreaterThan(100_000);
});

test('a run that diverged is shown whole, and its loss on a logarithmic axis, at a press', async ({ page }) => {
  const lab = await new LabPage(page).open('#learningRate=1&step=3');
  await lab.reaches(3);
  await lab.press('Next epoch');
  await lab.hasStatus('diverged');
  const { weights } = await lab.pending();
  const picture = page.getByRole('figure').first().locator('svg[data-view]');
  const inView = async (): Promise<boolean> => {
    const [left, right, bottom, top] = ((await picture.getAttribute('data-view')) ?? '').split(',').map(Number);
    return weights[0] > left && weights[0] < right && weights[1] > bottom && weights[1] < top;
  };
  const usual = await picture.getAttribute('data-view');
  expect(await inView()).toBe(false);
  const whole = lab.button('Zoom out to the whole path');
  await whole.click();
  await expect.poll(inView).toBe(true);
  await expect(whole).toHaveAttribute('aria-pressed', 'true');
  await whole.click();
  await expect(picture).toHaveAttribute('data-view', usual ?? '');
  const logarithmic = page.getByRole('figure', { name: 'Loss' }).getByRole('button', { pressed: true });
  await expect(logarithmic).toHaveCount(0);
  await lab.press('Loss on a logarithmic axis');
  await expect(logarithmic).toHaveCount(1);
});
