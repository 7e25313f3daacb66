// No text is cut, behind a sideways scroll, wider than its field, or under other text: in any view, at any size of the
// frame, in either language.

import { expect, type Page, test } from '@playwright/test';
import { findClippedText, scrollers } from './clipped.ts';
import { LabPage } from './page.ts';

const sizes = [
  [1280, 720],
  [1920, 1080],
  [1024, 768],
  [768, 1024],
  [500, 300],
  [360, 740],
] as const;

const languages = { en: 'en-US', de: 'de-DE' } as const;

async function isWhole(page: Page, where: string): Promise<void> {
  await expect.poll(() => page.evaluate(findClippedText, scrollers), { message: where }).toEqual([]);
}

/** The other side of the smallest layout, where there is one. */
async function turn(page: Page): Promise<void> {
  const button = page.locator('main + button[aria-pressed]');
  if (await button.isVisible()) await button.click();
}

for (const [width, height] of sizes)
  for (const [language, locale] of Object.entries(languages))
    test.describe(`at ${width} x ${height} in ${language}`, () => {
      test.use({ viewport: { width, height }, locale });

      test('no text is cut in any view', async ({ page }) => {
        const lab = await new LabPage(page).open('#step=37');
        await lab.reaches(37);
        await expect(page.getByRole('tab', { includeHidden: true }).first()).toBeAttached();
        await isWhole(page, 'the run');
        await turn(page);
        for (const id of await lab.views()) {
          await lab.choose(id);
          await expect(page.getByRole('tabpanel')).toHaveText(/\S{2}/);
          await isWhole(page, id);
        }
        await lab.choose('compare');
        await page.getByRole('tabpanel').getByRole('button').nth(1).click();
        const sections = page.getByRole('tabpanel').getByRole('radiogroup').first().getByRole('radio');
        for (let index = 0; index < (await sections.count()); index++) {
          await sections.nth(index).click();
          await isWhole(page, `section ${index} of the comparison`);
        }
        expect(lab.errors).toEqual([]);
      });

      test('no text is cut at the end of a run, in slow motion, or with long names', async ({ page }) => {
        const lab = await new LabPage(page).open('#learningRate=1&step=3');
        await lab.reaches(3);
        await page.keyboard.press('e');
        await lab.hasStatus('diverged');
        // A rate to try, all of the path, and the loss on another axis.
        const ways = page.locator('main').getByRole('status').getByRole('button', { includeHidden: true });
        await expect(ways).toHaveCount(3);
        await isWhole(page, 'a run that diverged');
        for (const way of (await ways.all()).slice(1)) if (await way.isVisible()) await way.dispatchEvent('click');
        await isWhole(page, 'all of a run that diverged');
        await page.goto('/?level=all#problem=two-layer-product&optimizer=nadam&step=3');
        await lab.reaches(3);
        await isWhole(page, 'long names');
        await page.keyboard.press('s');
        for (const phase of ['sample', 'forward', 'loss', 'backward', 'update']) {
          await expect(page.locator(`button[data-phase="${phase}"][aria-current="step"]`)).toBeAttached();
          await expect(page.getByTestId('phase-caption')).toHaveText(/\S{2}/);
          await isWhole(page, phase);
          await page.keyboard.press('ArrowRight');
        }
      });

      test('at first everything needed to play is in sight, and no text is cut', async ({ page }) => {
        for (const hash of ['#step=37', '#problem=circles&step=12']) {
          await page.goto(`/?level=first${hash}`);
          const lab = new LabPage(page);
          await lab.reaches(hash === '#step=37' ? 37 : 12);
          await expect(page.getByRole('tab', { includeHidden: true }).first()).toBeAttached();
          await isWhole(page, `${hash} at first`);
          const inSight = ['slider', 'button'] as const;
          for (const [role, name] of Object.entries({
            [language === 'en' ? 'Learning rate' : 'Lernrate']: inSight[0],
            [language === 'en' ? 'Batch size' : 'Batch-Größe']: inSight[0],
            [language === 'en' ? 'Play' : 'Start']: inSight[1],
            [language === 'en' ? 'Step' : 'Schritt']: inSight[1],
          }).map(([name, role]) => [role, name] as const))
            await expect(page.getByRole(role, { name, exact: true }), `${name} ${hash}`).toBeInViewport({ ratio: 0.9 });
          // The faces that share the large place have each their own button; the others stand beside it.
          for (const figure of ['data', 'loss'] as const) {
            const face = page.locator(`button[data-face="${figure}"]`);
            const plot = page.locator('main figure').nth(figure === 'data' ? -2 : -1);
            if (await face.isVisible()) await face.click();
            await expect(plot, `${figure} ${hash}`).toBeInViewport({ ratio: 0.9 });
            await isWhole(page, `${figure} ${hash}`);
          }
        }
      });

      test('no text is cut beside a network', async ({ page }) => {
        const lab = await new LabPage(page).open('#problem=circles&step=12');
        await lab.reaches(12);
        await expect(page.getByRole('tab', { includeHidden: true }).first()).toBeAttached();
        await isWhole(page, 'the network');
        await turn(page);
        for (const id of ['numbers', 'batch', 'layers', 'code', 'steps']) {
          await lab.choose(id);
          await expect(page.getByRole('tabpanel')).toHaveText(/\S{2}/);
          await isWhole(page, id);
        }
      });

      // Sheets over the page are as wide as they like, or as a phone.
      if (width !== 1280 && width !== 360) return;
      test('no text is cut in the settings and the dialogs', async ({ page }) => {
        await new LabPage(page).open('#optimizer=adam');
        await turn(page);
        await page.locator('header > button[popovertarget]').click();
        await expect(page.locator('section:popover-open')).toHaveText(/\S{2}/);
        await isWhole(page, 'the settings');
        await page.keyboard.press('Escape');
        const menu = page.locator('header > div > button[popovertarget]');
        for (const index of [0, 1, 2, 3]) {
          await menu.click();
          await page.locator('div:popover-open > button').nth(index).click();
          await expect(page.getByRole('dialog')).toHaveText(/\S{2}/);
          await isWhole(page, `dialog ${index}`);
          await page.keyboard.press('Escape');
          await expect(page.getByRole('dialog')).toHaveCount(0);
        }
      });
    });

for (const [width, height, language] of [
  [1280, 720, 'de'],
  [768, 1024, 'en'],
] as const)
  test.describe(`at ${width} x ${height} in ${language}, letters twice as large`, () => {
    test.use({ viewport: { width, height }, locale: languages[language] });

    test('no text is cut in any view', async ({ page }) => {
      await page.addInitScript(() => {
        addEventListener('DOMContentLoaded', () => document.documentElement.style.setProperty('font-size', '200%'));
      });
      const lab = await new LabPage(page).open('#step=37');
      for (const id of await lab.views()) {
        await lab.choose(id);
        await expect(page.getByRole('tabpanel')).toHaveText(/\S{2}/);
        await isWhole(page, id);
      }
    });
  });

/** What a reader's hand or eye returns to, by name. */
const steadyParts: Readonly<Record<string, string>> = {
  plot: 'main figure',
  buttons: 'main section button',
  sliders: 'main > div:has(> div > div input[type="range"])',
  tabs: '[role="tablist"]',
};

const placesOf = (page: Page): Promise<Readonly<Record<string, readonly number[]>>> =>
  page.evaluate((parts) => {
    const places = Object.entries(parts).map(([name, selector]) => {
      const { top, height } = document.querySelector(selector)?.getBoundingClientRect() ?? { top: 0, height: 0 };
      return [name, [Math.round(top), Math.round(height)]] as const;
    });
    return Object.fromEntries(places);
  }, steadyParts);

for (const [width, height] of [
  [1280, 720],
  [1920, 1080],
  [1024, 768],
  [768, 1024],
] as const)
  for (const [language, locale] of Object.entries(languages))
    test.describe(`at ${width} x ${height} in ${language}`, () => {
      test.use({ viewport: { width, height }, locale });

      test('nothing moves when a view, slow motion, a speed, or an optimizer is chosen', async ({ page }) => {
        const lab = await new LabPage(page).open('#step=37');
        await lab.reaches(37);
        await expect(page.getByRole('tab').first()).toBeVisible();
        const places = await placesOf(page);
        const nothingMoved = async (when: string): Promise<void> => {
          await expect.poll(() => placesOf(page), { message: when }).toEqual(places);
        };
        for (const id of await lab.views()) {
          await lab.choose(id);
          await nothingMoved(id);
        }
        await page.keyboard.press('s');
        await expect(page.getByTestId('phase-caption')).toHaveText(/\S{2}/);
        await nothingMoved('slow motion');
        await page.keyboard.press('s');
        const speed = page.getByRole('slider', { name: /^(Speed|Tempo)$/ });
        const speeds: string[] = [];
        for (const key of ['End', 'Home', 'ArrowRight']) {
          await speed.press(key);
          speeds.push(String(await speed.getAttribute('aria-valuetext')));
          await nothingMoved(key);
        }
        expect(new Set(speeds).size).toBe(3);
        const optimizer = page.getByRole('combobox', { name: /^(Optimizer|Optimierer)$/ });
        for (const id of ['sgd', 'adam', 'rmsprop']) {
          await lab.press(language === 'en' ? 'Reset' : 'Neu');
          await lab.reaches(0);
          await optimizer.selectOption(id);
          await expect(lab.readout).toHaveAttribute('data-status', 'ready');
          const dismiss = page.locator('header + div').getByRole('button', { name: /Dismiss|Schließen|Ausblenden/ });
          if (await dismiss.isVisible()) await dismiss.click();
          await nothingMoved(id);
        }
      });
    });
