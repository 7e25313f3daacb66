// How much of a core training takes while its page is not in front, by a clock that the test moves.

import { describe, expect, it } from 'vitest';
import { createDuty } from './duty.ts';

/** A clock on which `wait` and work take their time at once, the earliest first. */
class FakeClock {
  time = 0;
  private waiting: { readonly at: number; readonly wake: () => void }[] = [];

  readonly now = (): number => this.time;

  readonly wait = (milliseconds: number): Promise<void> =>
    new Promise((wake) => this.waiting.push({ at: this.time + milliseconds, wake }));

  /** Lets time go on up to `end`. */
  async runTo(end: number): Promise<void> {
    for (;;) {
      await new Promise((resolve) => setImmediate(resolve));
      const [next] = this.waiting.toSorted((a, b) => a.at - b.at);
      if (next === undefined || next.at > end) return;
      this.waiting = this.waiting.filter((other) => other !== next);
      this.time = next.at;
      next.wake();
    }
  }
}

/**
 * The share of ten seconds that so many runs train, each of which begins its next slice when the last one is done and
 * takes `overrun` milliseconds more than it may.
 */
async function busyShare(runs: number, isInFront: boolean, overrun = 0): Promise<number> {
  const clock = new FakeClock();
  const onDuty = createDuty(() => isInFront, clock);
  let [busy, isOver] = [0, false];
  const train = async (): Promise<void> => {
    while (!isOver)
      await onDuty(11, async (milliseconds) => {
        busy += milliseconds + overrun;
        await clock.wait(milliseconds + overrun);
      });
  };
  for (let run = 0; run < runs; run++) void train();
  await clock.runTo(10_000);
  isOver = true;
  return busy / 10_000;
}

describe('a page that is not in front', () => {
  it.each([1, 4])('trains less than 70 %% of the time, and goes on: %d runs together', async (runs) => {
    const share = await busyShare(runs, false);
    expect(share).toBeLessThan(0.7);
    expect(share).toBeGreaterThan(0.5);
  });

  it('makes up for slices that take longer than they may', async () => {
    expect(await busyShare(1, false, 5)).toBeLessThan(0.7);
  });
});

it('a page in front trains as long as it is asked to, and owes nothing of that later', async () => {
  expect(await busyShare(1, true)).toBeGreaterThan(0.99);
  const clock = new FakeClock();
  let isInFront = true;
  const onDuty = createDuty(() => isInFront, clock);
  const lasting = async () => {
    clock.time += 60_000;
  };
  await onDuty(11, lasting);
  isInFront = false;
  await onDuty(11, lasting);
  expect(clock.time).toBe(120_000);
});
