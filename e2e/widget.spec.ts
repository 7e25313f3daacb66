// The notebook widget in a host of anywidget's kind: a model with settings in it, a view in an open shadow root.

import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';

const widget = readFileSync(new URL('../dist/anywidget/widget.mjs', import.meta.url), 'utf8');

/** What the page of the test keeps for it. */
interface Host {
  readonly values: Record<string, unknown>;
  set(name: string, value: unknown): void;
  readonly end: () => void;
}

test('settings go in, weights come out, and nothing is left', async ({ page }) => {
  await page.goto('/embed-home.js');
  await page.setContent('<main id="cell"></main>');
  await page.evaluate(async (code) => {
    // As notebooks load it: the text of the module, by no address of its own.
    const module = await import(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
    const values: Record<string, unknown> = {
      settings: { problem: 'sine-fit', batchSize: 4 },
      wishes: { theme: 'dark', hide: ['menu'] },
    };
    const listeners = new Map<string, Set<() => void>>();
    const model = {
      get: (name: string) => values[name],
      set: (name: string, value: unknown) => {
        values[name] = value;
      },
      save_changes() {},
      on: (name: string, listener: () => void) => {
        listeners.set(name, (listeners.get(name) ?? new Set()).add(listener));
      },
      off: (name: string, listener: () => void) => listeners.get(name)?.delete(listener),
    };
    const el = document.createElement('div');
    document.querySelector('#cell')?.attachShadow({ mode: 'open' }).append(el);
    const end = module.default.render({ model, el });
    const set = (name: string, value: unknown) => {
      values[name] = value;
      for (const listener of listeners.get(`change:${name}`) ?? []) listener();
    };
    (globalThis as unknown as { host: Host }).host = { values, set, end };
  }, widget);
  const lab = page.frameLocator('#cell iframe');
  await expect(lab.getByRole('spinbutton', { name: 'Batch size' })).toHaveValue('4');
  await expect(lab.locator('html')).toHaveAttribute('data-theme', 'dark');
  await lab.getByRole('button', { name: 'Step', exact: true }).click();
  const valuesOf = () => page.evaluate(() => (globalThis as unknown as { host: Host }).host.values);
  await expect.poll(async () => (await valuesOf()).step).toBe(1);
  expect((await valuesOf()).weights).toHaveLength(2);
  await page.evaluate(() => (globalThis as unknown as { host: Host }).host.set('settings', { batchSize: 16 }));
  await expect(lab.getByRole('spinbutton', { name: 'Batch size' })).toHaveValue('16');
  await page.evaluate(() => (globalThis as unknown as { host: Host }).host.set('settings', { batchSize: 'many' }));
  await expect.poll(async () => (await valuesOf()).error).toContain('Batch size');
  // `auto` is the theme of the page around the notebook's cell, whatever it was before.
  await page.evaluate(() => document.body.setAttribute('data-theme', 'dark'));
  const wish = (theme: string) =>
    page.evaluate((name) => (globalThis as unknown as { host: Host }).host.set('wishes', { theme: name }), theme);
  await wish('light');
  await expect(lab.locator('html')).toHaveAttribute('data-theme', 'light');
  await wish('auto');
  await expect(lab.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.evaluate(() => document.body.setAttribute('data-theme', 'light'));
  await expect(lab.locator('html')).toHaveAttribute('data-theme', 'light');
  await page.evaluate(() => (globalThis as unknown as { host: Host }).host.end());
  await expect(page.locator('#cell iframe')).toHaveCount(0);
  await expect.poll(() => page.workers().length).toBe(0);
});
