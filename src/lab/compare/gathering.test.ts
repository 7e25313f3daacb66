// The answers of several runs make one picture.

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Gathering } from './gathering.ts';

let frames: (() => void)[] = [];
beforeEach(() => {
  frames = [];
  vi.stubGlobal('requestAnimationFrame', (call: () => void) => frames.push(call));
  vi.stubGlobal('cancelAnimationFrame', () => {
    frames = [];
  });
});
afterEach(() => void vi.unstubAllGlobals());

function frame(): void {
  const due = frames;
  frames = [];
  for (const call of due) call();
}

function begin() {
  const shown = { underWay: 0, pictures: 0, others: 0, change: () => {} };
  const gathering = new Gathering({
    isWhole: () => shown.underWay === 0,
    subscribe(onChange) {
      shown.change = onChange;
      return () => {
        shown.change = () => {};
      };
    },
  });
  return { gathering, shown };
}

it('shows all that came before a frame once, to everyone who watches', () => {
  const { gathering, shown } = begin();
  gathering.watch(() => shown.pictures++);
  gathering.watch(() => shown.others++);
  for (let answer = 0; answer < 4; answer++) shown.change();
  frame();
  frame();
  expect([shown.pictures, shown.others]).toEqual([1, 1]);
  expect(frames).toEqual([]);
});

it('waits a frame for answers under way, and shows them all in one', () => {
  const { gathering, shown } = begin();
  gathering.watch(() => shown.pictures++);
  shown.underWay = 3;
  shown.change();
  frame();
  expect(shown.pictures).toBe(0);
  for (; shown.underWay > 0; shown.underWay--) shown.change();
  frame();
  frame();
  expect(shown.pictures).toBe(1);
});

it('waits no longer than that, and again for the next change', () => {
  const { gathering, shown } = begin();
  gathering.watch(() => shown.pictures++);
  shown.underWay = 1;
  shown.change();
  frame();
  frame();
  expect(shown.pictures).toBe(1);
  shown.change();
  frame();
  expect(shown.pictures).toBe(1);
  frame();
  expect(shown.pictures).toBe(2);
});

it('asks for no frame once nobody watches', () => {
  const { gathering, shown } = begin();
  const end = gathering.watch(() => shown.pictures++);
  shown.change();
  end();
  shown.change();
  expect(frames).toEqual([]);
});
