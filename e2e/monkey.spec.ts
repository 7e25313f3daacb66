// A monkey at the keyboard and the mouse: whatever it does, the page makes no error, answers afterwards, and keeps no
// memory of it.

import { type CDPSession, expect, test } from '@playwright/test';
import { Random } from '../src/training/random.ts';
import { type HandsOfPage, installHands, tamePage, type Whim } from './monkey.ts';
import { LabPage } from './page.ts';

const interactions = 2000;
/** Interactions between two sizes of the window. */
const round = 100;
const seeds = [1, 2, 3];
const hash = '#problem=line-fit&seed=8';

const sizes = [
  ...[
    { width: 1280, height: 720 },
    { width: 900, height: 650 },
    { width: 620, height: 420 },
  ],
  ...[
    { width: 320, height: 640 },
    { width: 1600, height: 1000 },
  ],
] as const;

// Machine code is the engine's own, comes with use, and would outweigh the objects of the page, which are the matter.
test.use({
  launchOptions: async ({ launchOptions }, use) => {
    await use({
      ...launchOptions,
      args: [...(launchOptions.args ?? []), '--js-flags=--no-opt --no-maglev --no-sparkplug'],
    });
  },
});

/** Bytes of the page's own objects after a collection. */
async function heapOf(session: CDPSession): Promise<number> {
  for (let time = 0; time < 3; time++) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize;
}

/** Back to the same problem, view, and size as at the start, by the link and Reset. */
async function beginAgain(lab: LabPage): Promise<void> {
  const { page } = lab;
  await page.setViewportSize(sizes[0]);
  await page.evaluate((link) => {
    for (const dialog of document.querySelectorAll('dialog[open]')) (dialog as HTMLDialogElement).close();
    location.hash = link;
  }, hash);
  await lab.press('Reset');
  await lab.reaches(0);
  await expect(page).toHaveURL(/#v=1&problem=line-fit&seed=8$/);
  await page.evaluate(() => document.querySelector<HTMLElement>('[role=tab]')!.click());
}

for (const seed of seeds)
  test(`${interactions} random interactions of seed ${seed} do no harm`, async ({ page }) => {
    test.setTimeout(900_000);
    const lab = new LabPage(page);
    await page.addInitScript(tamePage);
    await lab.open(hash);
    const session = await page.context().newCDPSession(page);
    await page.waitForTimeout(500);
    const heap = await heapOf(session);
    await page.evaluate(installHands);

    const random = new Random(seed);
    const draw = (): number => random.below(2 ** 20) / 2 ** 20;
    const done: string[] = [];
    for (let start = 0; start < interactions; start += round) {
      const whims = Array.from({ length: round }, (): Whim => [draw(), draw(), draw()]);
      done.push(...(await page.evaluate((all) => (globalThis as unknown as HandsOfPage).hands.act(all), whims)));
      expect(lab.errors, done.slice(-round).join('\n')).toEqual([]);
      await page.setViewportSize(sizes[Math.floor(draw() * sizes.length)]);
    }
    await beginAgain(lab);
    await lab.press('Step');
    await lab.reaches(1);
    await lab.press('Reset');
    await lab.reaches(0);
    await page.waitForTimeout(500);
    const after = await heapOf(session);
    expect(after - heap).toBeLessThan(5e6);
    expect(lab.errors).toEqual([]);
  });
