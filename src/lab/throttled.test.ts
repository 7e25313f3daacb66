// How often something is drawn.

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { everyOtherFrame, perFrame, takeFrame } from './throttled.ts';

let frames: ((now: number) => void)[] = [];
let now = 0;

beforeEach(() => {
  frames = [];
  vi.stubGlobal('requestAnimationFrame', (call: (now: number) => void) => frames.push(call));
  vi.stubGlobal('cancelAnimationFrame', (id: number) => {
    frames[id - 1] = () => {};
  });
});
afterEach(() => void vi.unstubAllGlobals());

function frame(): void {
  now += 1000 / 60;
  const due = frames;
  frames = [];
  for (const call of due) call(now);
}

it('once a frame, however often it is asked for', () => {
  let drawn = 0;
  const task = perFrame(() => drawn++);
  task.ask();
  task.ask();
  frame();
  frame();
  expect(drawn).toBe(1);
  task.ask();
  task.cancel();
  frame();
  expect(drawn).toBe(1);
});

it('in every other frame where it is expensive, and what was asked for last always', () => {
  let drawn = 0;
  const task = perFrame(() => drawn++, everyOtherFrame);
  for (let i = 0; i < 10; i++) {
    task.ask();
    frame();
  }
  expect(drawn).toBe(5);
  task.ask();
  for (let i = 0; i < 3; i++) frame();
  expect(drawn).toBe(6);
});

it('leaves a frame that is taken, where it waits for an interval', () => {
  const drawn: string[] = [];
  // A few milliseconds after the frame before it.
  vi.spyOn(performance, 'now').mockImplementation(() => now + 3);
  const tasks = [perFrame(() => drawn.push('each')), perFrame(() => drawn.push('paced'), everyOtherFrame)];
  for (const task of tasks) task.ask();
  takeFrame();
  frame();
  expect(drawn).toEqual(['each']);
  frame();
  expect(drawn).toEqual(['each', 'paced']);
  vi.restoreAllMocks();
});
