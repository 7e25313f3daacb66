// The page in Chromium, playing at top speed with everything drawn: frames, main thread, steps, long tasks, heap, the time
// from a slider to its redraw, and of a network the time until its plane is sampled. Needs a built dist. Prints each figure beside its goal.

import { atLeast, atMost, measureScenes, playFastest, quantile, shown, shows } from './chromium.mjs';

const seconds = Number(process.env.BENCH_SECONDS ?? 20);
/** Milliseconds until the log has its bounded size and the engine has compiled what it will. */
const warmUp = 8_000;

/** Runs in the page: counts frames and steps, and presses on when the run reaches its limit. */
function watch() {
  const readout = document.querySelector('[data-testid=readout]');
  const state = { frames: [], steps: 0, longTasks: [], last: Number(readout.dataset.step) };
  globalThis.watched = state;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) state.longTasks.push(entry.duration);
  }).observe({ type: 'longtask' });
  let before = performance.now();
  const next = (now) => {
    state.frames.push(now - before);
    before = now;
    const step = Number(readout.dataset.step);
    state.steps += Math.max(0, step - state.last);
    state.last = step;
    if (readout.dataset.status === 'limit')
      for (const button of document.querySelectorAll('button')) if (button.textContent === 'Keep going') button.click();
    requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
}

/** Milliseconds that the renderer's main thread computed in each 60th of a second of a trace, whoever else computed. */
function mainThreadPerFrame(events) {
  const mains = events.filter((event) => event.name === 'thread_name' && event.args.name === 'CrRendererMain');
  const tasksOf = ({ pid, tid }) => events.filter((event) => isTask(event) && event.pid === pid && event.tid === tid);
  const tasks = mains.map(tasksOf).sort((a, b) => b.length - a.length)[0] ?? [];
  if (tasks.length === 0) return [];
  const first = tasks.reduce((least, { ts }) => Math.min(least, ts), Number.POSITIVE_INFINITY);
  const frames = [];
  for (const { ts, tdur = 0 } of tasks) {
    const frame = Math.floor((ts - first) / (1e6 / 60));
    frames[frame] = (frames[frame] ?? 0) + tdur / 1000;
  }
  return Array.from(frames, (value) => value ?? 0);
}

/** The outermost events of a task; others inside would count it twice. */
const isTask = (event) => event.ph === 'X' && event.name === 'ThreadControllerImpl::RunTask';

async function trace(browser, page, milliseconds) {
  await browser.startTracing(page, {
    categories: ['toplevel'],
  });
  await page.waitForTimeout(milliseconds);
  return JSON.parse((await browser.stopTracing()).toString()).traceEvents;
}

/** Milliseconds from moving the offset's or the rate's slider to the frame after its redraw, many times. */
async function sliderToRedraw(page) {
  return page.evaluate(async () => {
    const slider = document.querySelector('input[type=range][aria-label="Learning rate"]');
    const readout = document.querySelector('[data-testid=readout]');
    const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
    const times = [];
    for (let i = 0; i < 40; i++) {
      const before = readout.dataset.update;
      const start = performance.now();
      setValue.call(slider, String(-3 + i / 40));
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      while (readout.dataset.update === before && performance.now() - start < 1000)
        await new Promise((resolve) => requestAnimationFrame(resolve));
      await new Promise((resolve) => requestAnimationFrame(resolve));
      times.push(performance.now() - start);
    }
    return times;
  });
}

/**
 * Bytes of the page's own objects after a collection, which a snapshot begins with. The engine's compiled code is left
 * out: it grows for minutes while hot functions are compiled better, and shrinks when some are forgotten.
 */
async function heap(client) {
  const chunks = [];
  const keep = ({ chunk }) => chunks.push(chunk);
  client.on('HeapProfiler.addHeapSnapshotChunk', keep);
  await client.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  client.off('HeapProfiler.addHeapSnapshotChunk', keep);
  const { snapshot, nodes } = JSON.parse(chunks.join(''));
  const fields = snapshot.meta.node_fields;
  const [type, size] = [fields.indexOf('type'), fields.indexOf('self_size')];
  const foreign = ['code', 'native'].map((name) => snapshot.meta.node_types[type].indexOf(name));
  let bytes = 0;
  for (let node = 0; node < nodes.length; node += fields.length)
    if (!foreign.includes(nodes[node + type])) bytes += nodes[node + size];
  return bytes;
}

/** Opens the page at these settings; resolves once it shows a run. */
async function open(browser, address, hash, viewport, init) {
  const page = await browser.newPage({ viewport });
  if (init !== undefined) await page.addInitScript(init);
  await page.goto(`${address}#${hash}`);
  await shows(page);
  return page;
}

/** Plays as fast as it goes, and begins to watch. */
async function playAtTopSpeed(page) {
  await page.evaluate(watch);
  await playFastest(page);
}

/** What was seen in `seconds` from now on, with how long that took. */
async function watchedFor(page, seconds) {
  await page.evaluate(() => Object.assign(globalThis.watched, { frames: [], steps: 0, longTasks: [] }));
  const begin = Date.now();
  await page.waitForTimeout(seconds * 1000);
  const watched = await page.evaluate(() => globalThis.watched);
  return { ...watched, elapsed: (Date.now() - begin) / 1000 };
}

function frameRows({ frames, longTasks, elapsed }, mainThread, longest) {
  const late = frames.filter((gap) => gap > 25).length;
  return [
    atLeast('frames a second', frames.length / elapsed, 59),
    atMost('late frames (%)', (100 * late) / frames.length, 1),
    shown('main thread a frame, median (ms)', quantile(mainThread, 0.5)),
    atMost('main thread a frame, p95 (ms)', quantile(mainThread, 0.95), longest),
    atMost('tasks over 50 ms', longTasks.length, 0),
  ];
}

async function lineFit(browser, address) {
  const hash = 'problem=line-fit&examples=1000&batchSize=32&learningRate=0.05';
  const page = await open(browser, address, hash, { width: 1280, height: 720 });
  const slider = await sliderToRedraw(page);
  await playAtTopSpeed(page);
  const client = await page.context().newCDPSession(page);
  await page.waitForTimeout(warmUp);
  const heapBefore = await heap(client);
  const heapBegin = Date.now();
  // A collection also drops compiled code, which has to come back.
  await page.waitForTimeout(warmUp);
  const watched = await watchedFor(page, seconds);
  const mainThread = mainThreadPerFrame(await trace(browser, page, 8000));
  const heapAfter = await heap(client);
  const heapGrowth = (heapAfter - heapBefore) / 1024 / ((Date.now() - heapBegin) / 60_000);
  return [
    ...frameRows(watched, mainThread, 5),
    atLeast('recorded steps a second', watched.steps / watched.elapsed, 1_000_000),
    atMost('slider to redraw, p95 (ms)', quantile(slider, 0.95), 50),
    atMost('heap growth (KiB a minute)', heapGrowth, 256),
  ];
}

const network = 'problem=circles&examples=200&noise=0.2&batchSize=10&learningRate=0.03';

async function smallNetwork(browser, address) {
  const page = await open(browser, address, `${network}&layers=4,2`, { width: 1280, height: 720 });
  await playAtTopSpeed(page);
  await page.waitForTimeout(warmUp);
  const { steps, elapsed } = await watchedFor(page, seconds);
  return [atLeast('recorded steps a second', steps / elapsed, 200_000)];
}

/** Runs in the page before its own code: notes when each surface is first asked for and when its last row is back. */
function noteSurfaces() {
  const asked = new Map();
  const begun = new Map();
  globalThis.surfaces = [];
  const { postMessage } = Worker.prototype;
  Worker.prototype.postMessage = function (message, ...rest) {
    if (message?.name === 'surface') {
      const { columns, rows, from = 0 } = message.given[0];
      if (from === 0) begun.set(columns, performance.now());
      asked.set(message.id, { columns, rows });
      if (asked.size === 1)
        this.addEventListener('message', ({ data }) => {
          const grid = asked.get(data?.id);
          if (grid === undefined || data.value?.to !== grid.rows) return;
          globalThis.surfaces.push({
            columns: grid.columns,
            milliseconds: performance.now() - begun.get(grid.columns),
          });
        });
    }
    return postMessage.call(this, message, ...rest);
  };
}

async function largeNetwork(browser, address) {
  // Where both faces of a network have room: its maps, the map of its output, the plane with the path, and the curves.
  const page = await open(browser, address, `${network}&layers=8,8`, { width: 1600, height: 900 }, noteSurfaces);
  await page.waitForFunction(() => globalThis.surfaces.some(({ columns }) => columns === 64));
  const surfaces = await page.evaluate(() => globalThis.surfaces);
  const timeOf = (size) => surfaces.find(({ columns }) => columns === size)?.milliseconds ?? Number.NaN;
  await playAtTopSpeed(page);
  await page.waitForTimeout(warmUp);
  const watched = await watchedFor(page, seconds);
  const mainThread = mainThreadPerFrame(await trace(browser, page, 8000));
  return [
    ...frameRows(watched, mainThread, 8),
    shown('recorded steps a second', watched.steps / watched.elapsed),
    atMost('plane, coarse at once (ms)', timeOf(20), 100),
    atMost('plane, 64 x 64 (ms)', timeOf(64), 1000),
  ];
}

await measureScenes([
  ['Line fit', lineFit],
  ['2-4-2-1, a batch of 10', smallNetwork],
  ['2-8-8-1, a batch of 10, with all its pictures', largeNetwork],
]);
