// What the measurements in a browser share: the built page from a server that packs it, as those on a network do, the
// browser, and figures printed beside their goals.

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { findBrowser } from '../scripts/browser.mjs';

const flags =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync --enable-precise-memory-info';

const dist = resolve(fileURLToPath(new URL('..', import.meta.url)), process.env.BENCH_DIST ?? 'dist');

export const quantile = (values, share) => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
};
export const median = (values) => quantile(values, 0.5);

export const atLeast = (name, value, goal) => [name, value, `≥ ${goal.toLocaleString('en')}`, value >= goal];
export const atMost = (name, value, goal) => [name, value, `≤ ${goal.toLocaleString('en')}`, value <= goal];
export const shown = (name, value) => [name, value, '', true];

const typeOf = { html: 'text/html', js: 'text/javascript', css: 'text/css' };

/** Serves the built page, each file packed once and never kept by the browser; resolves to the address of its folder. */
async function servePacked() {
  const packed = new Map();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const file = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
    try {
      if (!packed.has(file)) packed.set(file, gzipSync(readFileSync(join(dist, file)), { level: 9 }));
      const headers = {
        'Content-Encoding': 'gzip',
        'Content-Length': packed.get(file).length,
        'Cache-Control': 'no-store',
      };
      response.writeHead(200, {
        ...headers,
        'Content-Type': typeOf[file.split('.').at(-1)] ?? 'application/octet-stream',
      });
      response.end(packed.get(file));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, address: `http://127.0.0.1:${server.address().port}/` };
}

/** Measures scenes, `[name, measure]`, one after the other; those that BENCH_SCENE is a part of, where it is set. */
export async function measureScenes(scenes) {
  const { server, address } = await servePacked();
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: flags.split(' ') });
  try {
    let missed = 0;
    for (const [scene, measure] of scenes.filter(([name]) => name.includes(process.env.BENCH_SCENE ?? ''))) {
      console.log(scene);
      for (const [name, value, goal, isMet] of await measure(browser, address)) {
        if (!isMet) missed++;
        const verdict = goal === '' ? '' : `goal ${goal}  ${isMet ? 'met' : 'NOT met'}`;
        const figure = Number(value.toPrecision(4)).toLocaleString('en');
        console.log(`  ${name.padEnd(44)}${figure.padStart(12)}  ${verdict}`.trimEnd());
      }
    }
    process.exitCode = missed > 0 ? 1 : 0;
  } finally {
    await browser.close();
    server.close();
  }
}

/** Runs in the page: a run that has reached its limit goes on, so that a scene stays what it is called. */
export function goOn() {
  setInterval(() => {
    for (const button of document.querySelectorAll('button')) if (button.textContent === 'Keep going') button.click();
  }, 200);
}

/** Resolves once the page shows a run. */
export const shows = (page) => page.waitForSelector('[data-testid=readout][data-step]', { state: 'attached' });

/** Plays as fast as it goes. */
export async function playFastest(page) {
  await page.getByRole('slider', { name: 'Speed' }).press('End');
  await play(page);
}

export const play = (page) => page.getByRole('button', { name: 'Play', exact: true }).click();
