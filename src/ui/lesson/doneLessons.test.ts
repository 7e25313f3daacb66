import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { lessons } from '../../lab/lessons/index.ts';
import { lesson as german } from '../text/de/lesson.ts';
import { lesson } from '../text/en/lesson.ts';
import { keepDone, readDone } from './doneLessons.ts';

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => kept.set(key, text),
  });
});
afterEach(() => vi.unstubAllGlobals());

it('keeps each lesson once, and none before the first', () => {
  expect([...readDone()]).toEqual([]);
  for (const key of ['counting', 'by-hand', 'counting']) keepDone(key);
  expect([...readDone()]).toEqual(['counting', 'by-hand']);
});

it('has nothing where the browser keeps nothing', () => {
  vi.unstubAllGlobals();
  keepDone('counting');
  expect([...readDone()]).toEqual([]);
});

it('has four lessons in each of six sittings, in order, and a name for each in both languages', () => {
  const sittings = lessons.map(({ sitting }) => sitting);
  expect(sittings).toEqual(Array.from({ length: 24 }, (_, index) => 1 + Math.floor(index / 4)));
  for (const words of [lesson, german]) expect(words.sittings).toHaveLength(6);
});
