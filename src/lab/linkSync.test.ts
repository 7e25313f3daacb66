// The page's hash and the lab in step, with a window that holds nothing but a hash.

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultConfig, defaultHyperparameters } from './defaults.ts';
import { Lab } from './lab.ts';
import { linkNow, loadLinks, syncLink } from './linkSync.ts';
import type { InitialState } from './store.ts';

const config = defaultConfig('line-fit', 'sgd');
const initial: InitialState = { config, hyperparameters: defaultHyperparameters('line-fit', 'sgd') };

let lab: Lab;
let end: () => void;
let target: EventTarget & { readonly location: { hash: string } };
const replaceHash = vi.fn((hash: string) => {
  target.location.hash = hash;
});
const seedNow = (): number => lab.store.getState().config.seed;

it('needs nothing to be loaded on a page where nothing was done', async () => {
  const unread = new Lab({ initial, connect: () => new Promise(() => {}) });
  const before = linkNow(unread);
  await loadLinks();
  expect(linkNow(unread)).toBe(before);
  unread.dispose();
});

beforeEach(() => {
  vi.useFakeTimers();
  target = Object.assign(new EventTarget(), { location: { hash: '' } });
  lab = new Lab({ initial, connect: () => new Promise(() => {}) });
  end = syncLink(lab, target as unknown as Window, replaceHash);
});

afterEach(() => {
  end();
  lab.dispose();
  replaceHash.mockClear();
  vi.useRealTimers();
});

describe('the hash', () => {
  it('is written a moment after the last change', () => {
    lab.configure({ seed: 1 });
    vi.advanceTimersByTime(200);
    lab.configure({ seed: 2 });
    vi.advanceTimersByTime(200);
    expect(replaceHash).not.toHaveBeenCalled();
    vi.advanceTimersByTime(100);
    expect(target.location.hash).toBe('#v=1&problem=line-fit&seed=2');
    expect(replaceHash).toHaveBeenCalledTimes(1);
  });

  it('that is put there while another is due is read, not overwritten', () => {
    lab.configure({ seed: 2 });
    target.location.hash = '#problem=line-fit&seed=5';
    vi.advanceTimersByTime(1000);
    target.dispatchEvent(new Event('hashchange'));
    expect(seedNow()).toBe(5);
    vi.advanceTimersByTime(1000);
    expect(target.location.hash).toBe('#v=1&problem=line-fit&seed=5');
  });

  it('is written again although the browser spells it otherwise, or has refused once', () => {
    replaceHash.mockImplementationOnce(() => {});
    lab.configure({ seed: 2 });
    vi.advanceTimersByTime(300);
    replaceHash.mockImplementationOnce((hash) => {
      target.location.hash = hash.replace('-', '%2D');
    });
    for (const seed of [3, 4]) {
      lab.configure({ seed });
      vi.advanceTimersByTime(300);
    }
    expect(target.location.hash).toBe('#v=1&problem=line-fit&seed=4');
    target.dispatchEvent(new Event('hashchange'));
    expect(seedNow()).toBe(4);
  });
});
