// The page as on a phone: main thread six times slower, 360 x 740 at three pixels a point, touch. The browser slows that
// thread only: workers and the compositor keep their pace. Needs a built dist. Prints each figure beside its goal.

import { atLeast, atMost, goOn, measureScenes, play, playFastest, quantile, shown, shows } from './chromium.mjs';

const seconds = Number(process.env.BENCH_SECONDS ?? 5);
const slowness = Number(process.env.BENCH_SLOWNESS ?? 6);
const longestKey = 100;
const presses = 12;

const pause = (page, milliseconds) => page.waitForTimeout(milliseconds);

/** Opens a view by its tab, or by the menu of those that have none. */
async function openView(page, name) {
  const tab = page.getByRole('tab', { name, exact: true });
  if (await tab.isVisible()) return tab.click();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  return page.getByRole('menuitem', { name, exact: true }).click();
}

/** Runs in the page before its own code: gaps between frames, and for each key the time to the task after its frame. */
function watch() {
  const watched = { gaps: [], long: [], keys: [] };
  globalThis.watched = watched;
  let before = 0;
  const next = (now) => {
    if (before > 0) watched.gaps.push(now - before);
    before = now;
    requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) watched.long.push(duration);
  }).observe({ type: 'longtask' });
  const channel = new MessageChannel();
  const pressed = [];
  channel.port1.onmessage = () => {
    for (const at of pressed.splice(0)) watched.keys.push(performance.now() - at);
  };
  const afterFrame = ({ timeStamp }) =>
    requestAnimationFrame(() => {
      pressed.push(timeStamp);
      channel.port2.postMessage(null);
    });
  addEventListener('keydown', afterFrame, true);
}

/** What is watched from now on. */
const forget = (page) =>
  page.evaluate(() => {
    for (const list of Object.values(globalThis.watched)) list.length = 0;
  });

/** Opens the page at `hash`, has it do what `begin` says, and only then slows it down. */
async function slowed(browser, address, hash, begin) {
  const context = await browser.newContext({
    ...{ viewport: { width: 360, height: 740 }, deviceScaleFactor: 3, hasTouch: true, isMobile: true, locale: 'en-US' },
  });
  const page = await context.newPage();
  await page.addInitScript(watch);
  await page.goto(`${address}#${hash}`);
  await shows(page);
  await pause(page, 700);
  await begin(page);
  const client = await context.newCDPSession(page);
  await client.send('Emulation.setCPUThrottlingRate', { rate: slowness });
  await page.evaluate(goOn);
  await pause(page, 2000);
  return { context, page };
}

/** Milliseconds from each press of a key on the learning rate to the picture after it. */
async function keyTimes(page) {
  const slider = page.locator('input[type=range][aria-label="Learning rate"]');
  await slider.evaluate((element) => element.focus({ preventScroll: true }));
  await forget(page);
  for (let press = 0; press < presses; press++) {
    await page.keyboard.press(press % 2 === 0 ? 'ArrowRight' : 'ArrowLeft');
    await pause(page, 230);
  }
  await pause(page, 300);
  return page.evaluate(() => globalThis.watched.keys);
}

/** @param frames the frames a second that are the goal; none at rest, where nothing need be painted */
function scene(name, hash, begin, frames) {
  const measure = async (browser, address) => {
    const { context, page } = await slowed(browser, address, hash, begin);
    try {
      await forget(page);
      await pause(page, 1000 * seconds);
      const { gaps, long } = await page.evaluate(() => globalThis.watched);
      const elapsed = gaps.reduce((sum, gap) => sum + gap, 0) / 1000;
      const pace = gaps.length / Math.max(elapsed, seconds);
      const keys = await keyTimes(page);
      return [
        frames === null ? shown('frames a second', pace) : atLeast('frames a second', pace, frames),
        shown('longest task (ms)', Math.max(0, ...long)),
        atMost('learning-rate key to frame, p95 (ms)', quantile(keys, 0.95), longestKey),
      ];
    } finally {
      await context.close();
    }
  };
  return [name, measure];
}

const data = 'problem=line-fit&examples=1000&batchSize=32&learningRate=0.05';
const contenders =
  'problem=sine-fit&examples=1000&batchSize=32&contenders=momentum,0.01,32+adam,0.05,32+rmsprop,0.02,32';
const network = 'problem=circles&examples=200&noise=0.2&batchSize=10&learningRate=0.03&layers=8,8';

async function drawGradients(page) {
  await openView(page, 'Gradients');
  await page.getByRole('checkbox', { name: 'Draw the gradient of each example in every phase' }).check();
  await playFastest(page);
}

async function drawBatchSurface(page) {
  await openView(page, 'Gradients');
  await page.getByRole('radio', { name: 'over the full loss', exact: true }).check();
  await playFastest(page);
}

const compare = (begin) => async (page) => {
  await openView(page, 'Compare');
  await pause(page, 1500);
  await begin(page);
};

/** A sweep takes a second or two: whenever one has ended the next begins. */
async function sweepAgain(page) {
  await openView(page, 'Compare');
  await page.getByRole('radio', { name: 'Sweep', exact: true }).check();
  await play(page);
  await page.evaluate(() =>
    setInterval(() => {
      for (const button of document.querySelectorAll('button'))
        if (button.textContent === 'Run the sweep') button.click();
    }, 50),
  );
}

await measureScenes([
  scene('At rest', data, async () => {}, null),
  scene('Top speed', data, playFastest, 40),
  scene('4 steps a second', data, play, null),
  scene('Gradients of 64, top speed', 'examples=1000&batchSize=64', drawGradients, 40),
  scene("The batch's surface, top speed", data, drawBatchSurface, 40),
  scene('2-8-8-1 with its maps, top speed', network, playFastest, 30),
  scene('Four contenders, 4 steps a second', contenders, compare(play), 45),
  scene('Four contenders, top speed', contenders, compare(playFastest), 25),
  scene('Repeated sweeps', 'problem=sine-fit&examples=1000&batchSize=32', sweepAgain, 40),
]);
