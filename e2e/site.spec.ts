// The site that a static host serves: two versions side by side, and a script held to its hash by the browser.

import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { serve } from '../scripts/serve.mjs';
import { integrityOf, writeSite } from '../scripts/site.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const site = join(root, '.cache/site');

test('two versions stand side by side, and embed.js is what its hash says', async ({ page }) => {
  rmSync(site, { recursive: true, force: true });
  expect(writeSite(join(root, 'dist'), site, '0.1.7')).toBe('v0.1');
  expect(writeSite(join(root, 'dist'), site, '0.2.0')).toBe('v0.2');
  const { port, close } = await serve(site, { port: 0 });
  const address = `http://localhost:${port}`;
  await page.goto(`${address}/`);
  const lab = page.frameLocator('minibatch-lab iframe');
  await expect(lab.getByTestId('readout')).toHaveAttribute('data-step', '0');
  for (const folder of ['v0.1', 'v0.2', 'latest']) {
    await page.goto(`${address}/${folder}/?embed=1#problem=sine-fit&step=2`);
    await expect(page.getByTestId('readout')).toHaveAttribute('data-step', '2');
    await page.goto(`${address}/${folder}/reference.html`);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('reference');
    await page.goto(`${address}/${folder}/gallery.html`);
    await expect(page.getByRole('listitem')).toHaveCount(12);
  }
  // Two versions of the element on one page: the first one serves both, and both labs are there.
  const embed = (folder: string): string =>
    `<script src="${folder}/embed.js" integrity="${integrityOf(readFileSync(join(site, folder, 'embed.js')))}" crossorigin></script>`;
  const labs = ['v0.1', 'v0.2'].map((folder) => `<minibatch-lab src="${folder}/index.html"></minibatch-lab>`).join('');
  writeFileSync(
    join(site, 'two.html'),
    `<!doctype html><title>Two</title><link rel="icon" href="data:,">${embed('v0.1')}${embed('v0.2')}${labs}`,
  );
  await page.goto(`${address}/two.html`);
  for (const place of [0, 1])
    await expect(
      page.locator('minibatch-lab').nth(place).locator('iframe').contentFrame().getByTestId('readout'),
    ).toHaveAttribute('data-step', '0');
  // A script that is another one is not run.
  const text = readFileSync(join(site, 'v0.1/embed.js'), 'utf8');
  writeFileSync(join(site, 'v0.1/embed.js'), `${text}\n// changed`);
  await page.goto(`${address}/two.html`);
  await expect(page.locator('minibatch-lab').first().locator('iframe')).toHaveCount(1);
  expect(
    await page.evaluate(() =>
      performance.getEntriesByType('resource').some(({ name }) => name.includes('v0.2/embed.js')),
    ),
  ).toBe(true);
  writeFileSync(join(site, 'one.html'), `<!doctype html><title>One</title>${embed('v0.2').replaceAll('v0.2', 'v0.1')}`);
  await page.goto(`${address}/one.html`);
  expect(await page.evaluate(() => customElements.get('minibatch-lab') === undefined)).toBe(true);
  close();
});
