// What is not seen is not computed: the losses along the step are asked for by the views that show them, while they can be seen.

import { expect, type Page, test } from '@playwright/test';
import { LabPage } from './page.ts';

/** Counts what the page asks its workers about sections. */
const countingSections = (page: Page) =>
  page.addInitScript(() => {
    const counts = { sections: 0 };
    Object.assign(globalThis, { counts });
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function postMessage(this: Worker, message: unknown, ...rest: unknown[]) {
      const isTask = (value: unknown): boolean =>
        value === 'section' || (typeof value === 'object' && value !== null && Object.values(value).some(isTask));
      if (isTask(message)) counts.sections++;
      return Reflect.apply(post, this, [message, ...rest]);
    };
  });

const sections = (page: Page): Promise<number> =>
  page.evaluate(() => (globalThis as unknown as { counts: { sections: number } }).counts.sections);

for (const view of ['section', 'depth'] as const)
  test(`the view ${view} asks for the section of the step while it can be seen, and only then`, async ({
    page: browserPage,
  }) => {
    await countingSections(browserPage);
    await browserPage.setViewportSize({ width: 500, height: 300 });
    const page = await new LabPage(browserPage).open();
    await page.press('Step');
    await page.reaches(1);
    expect(await sections(browserPage)).toBe(0);
    await page.press('More');
    await page.choose(view);
    await expect.poll(() => sections(browserPage)).toBeGreaterThan(0);
    await page.press('Back to the run');
    await page.press('Step');
    await page.reaches(2);
    const asked = await sections(browserPage);
    await page.press('Step');
    await page.reaches(3);
    expect(await sections(browserPage)).toBe(asked);
    await page.press('More');
    await expect.poll(() => sections(browserPage)).toBeGreaterThan(asked);
    expect(page.errors).toEqual([]);
  });
