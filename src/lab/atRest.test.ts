// What a page at rest costs: nothing. No frame is asked for, no timer runs, and nothing is written.

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createPageTrainer } from '../worker/pageTrainer.ts';
import { defaultConfig, defaultHyperparameters } from './defaults.ts';
import { Lab } from './lab.ts';
import { isGlanced } from './paces.ts';

let waiting: ((time: number) => void)[] = [];
let asked = 0;
let lab: Lab;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
  asked = 0;
  waiting = [];
  vi.stubGlobal('requestAnimationFrame', (call: (time: number) => void) => {
    asked++;
    return waiting.push(call);
  });
  vi.stubGlobal('cancelAnimationFrame', () => {
    waiting = [];
  });
  lab = new Lab({
    connect: async () => createPageTrainer(),
    initial: { config: defaultConfig('line-fit', 'sgd'), hyperparameters: defaultHyperparameters('line-fit', 'sgd') },
  });
  await settled();
});

afterEach(() => {
  lab.dispose();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Until every request that is due has been answered, those of the page's own trainer by messages as well. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 40; turn++) await new Promise((resolve) => setImmediate(resolve));
}

/** Frames asked for, timers begun, and writes while nothing happens. */
async function costs(): Promise<readonly [frames: number, timers: number, writes: number]> {
  let writes = 0;
  const end = lab.store.subscribe(() => writes++);
  const before = asked;
  await settled();
  vi.advanceTimersByTime(10_000);
  await settled();
  end();
  return [asked - before, vi.getTimerCount(), writes];
}

async function play(frames: number): Promise<void> {
  lab.play();
  for (let frame = 1; frame <= frames; frame++) {
    for (const call of waiting.splice(0)) call(1000 + 40 * frame);
    await settled();
  }
}

it('nothing before the first step', async () => {
  expect(await costs()).toEqual([0, 0, 0]);
});

it('nothing once a fast run was paused, with all that was shed back', async () => {
  lab.setSpeed(60);
  await play(30);
  expect(lab.shedding.store.getState().level).toBeGreaterThan(0);
  expect(isGlanced(lab.store.getState())).toBe(true);
  lab.pause();
  expect(lab.shedding.store.getState().level).toBe(0);
  await settled();
  vi.advanceTimersByTime(400);
  expect(await costs()).toEqual([0, 0, 0]);
});

it('nothing between two steps of a slow run but the timer of the next one', async () => {
  lab.setSpeed(4);
  await play(3);
  const before = asked;
  await settled();
  expect([asked - before, vi.getTimerCount()]).toEqual([0, 1]);
});
