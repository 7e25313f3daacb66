// A first visit on a slow phone network: processor four times slower, 1.6 Mbit/s down, 150 ms there and back (Lighthouse's
// "fast 3G"), each file packed, nothing kept from before. Needs a built dist. Prints medians beside their goals.

import { atMost, measureScenes, median, shown, shows } from './chromium.mjs';

const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const slowness = 4;
const network = {
  ...{ offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 },
};

/** TensorFlow Playground under the same conditions, in the run in which this page took 3,156 and 3,896 ms. */
const playground = { paint: 1692, step: 3500 };

const stepIsTaken = () => Number(document.querySelector('[data-testid=readout]')?.dataset.step) > 0;

/** One visit: milliseconds until something is painted, until numbers are there and, where it is asked for, until a step is taken. */
async function visit(browser, address, takesStep) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, locale: 'en-US' });
  try {
    const page = await context.newPage();
    const client = await context.newCDPSession(page);
    await client.send('Network.enable');
    await client.send('Network.setCacheDisabled', { cacheDisabled: true });
    await client.send('Network.emulateNetworkConditions', network);
    await client.send('Emulation.setCPUThrottlingRate', { rate: slowness });
    await page.goto(address, { waitUntil: 'commit' });
    const begun = await page.evaluate(() => performance.timeOrigin);
    await shows(page);
    const numbers = Date.now() - begun;
    if (takesStep) {
      await page.getByRole('button', { name: 'Step', exact: true }).dispatchEvent('click');
      await page.waitForFunction(stepIsTaken, undefined, { polling: 20 });
    }
    const step = Date.now() - begun;
    const painted = () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime;
    const paint = await page.waitForFunction(painted, undefined, { polling: 20 }).then((handle) => handle.jsonValue());
    return { paint, numbers, step };
  } finally {
    await context.close();
  }
}

/** Medians of several visits. */
async function visits(browser, address, takesStep) {
  const all = [];
  for (let round = 0; round < rounds; round++) all.push(await visit(browser, address, takesStep));
  const of = (name) => median(all.map((one) => one[name]));
  return { paint: of('paint'), numbers: of('numbers'), step: of('step') };
}

/** A bare address asks its first question; a link to the same run lets a step be taken. */
const run = '#problem=line-fit';

async function page(browser, address) {
  const bare = await visits(browser, address, false);
  const linked = await visits(browser, `${address}${run}`, true);
  return [
    shown('bare address, first paint (ms)', bare.paint),
    atMost("  over Playground's", bare.paint / playground.paint, 0.5),
    shown('bare address, numbers there (ms)', bare.numbers),
    shown('link, first paint (ms)', linked.paint),
    shown('link, step taken (ms)', linked.step),
    atMost("  over Playground's", linked.step / playground.step, 0.9),
  ];
}

async function oneFile(browser, address) {
  const { paint, step } = await visits(browser, `${address}minibatch-lab.html${run}`, true);
  return [atMost('first paint (ms)', paint, 1200), shown('step taken (ms)', step)];
}

await measureScenes([
  ['The page', page],
  ['The one file', oneFile],
]);
