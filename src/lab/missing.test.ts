// What is being loaded is known as such, however it was asked for, until it has come or is known not to.

import { beforeEach, expect, it, vi } from 'vitest';
import { isLoading, loadable, loadUntold, tryAgain } from './missing.ts';

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  vi.stubGlobal('location', { href: 'about:blank' });
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('No network.')));
});

it('a part is on its way until it is there', async () => {
  for (const ask of [loadUntold, (load: () => Promise<string>) => loadable(load)()]) {
    let come = (_: string): void => {};
    const part = ask(() => new Promise<string>((resolve) => (come = resolve)));
    expect(isLoading()).toBe(true);
    come('here');
    expect(await part).toBe('here');
    expect(isLoading()).toBe(false);
  }
});

it('nothing is on its way while what did not come is not asked for again', async () => {
  let isThere = false;
  const part = loadUntold(async () => {
    await turn();
    if (!isThere) throw new Error('No network.');
    return 'here';
  });
  expect(isLoading()).toBe(true);
  while (isLoading()) await turn();
  isThere = true;
  await turn();
  tryAgain();
  expect(isLoading()).toBe(false);
  await turn();
  expect(await part).toBe('here');
  expect(isLoading()).toBe(false);
});
