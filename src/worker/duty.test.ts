// How much of a core training takes while its page is not in front, by a clock that the test moves.

import { describe, expect, it } from 'vitest';
import { defaultConfig, defaultHyperparameters } from '../lab/defaults.ts';
import type { RemoteTrainer } from '../training/run/remoteTrainer.ts';
import type { AdvanceReply, AdvanceRequest } from '../training/run/trainer.ts';
import { onDuty } from './duty.ts';
import { createPageTrainer } from './pageTrainer.ts';

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

const config = defaultConfig('line-fit', 'sgd');
const request = {
  steps: 1,
  milliseconds: 11,
  stepLimit: 9,
  hyperparameters: defaultHyperparameters('line-fit', 'sgd'),
};

/** A trainer that takes all the time it may, and `overrun` milliseconds more. */
function busyTrainer(clock: FakeClock, work: { busy: number }, overrun: number): RemoteTrainer {
  const advance = async ({ milliseconds }: AdvanceRequest) => {
    work.busy += milliseconds + overrun;
    await clock.wait(milliseconds + overrun);
    return {} as AdvanceReply;
  };
  return { ...createPageTrainer(), advance };
}

/** The share of ten seconds that so many runs train, each of which begins its next slice when the last one is done. */
async function busyShare(runs: number, isInFront: boolean, overrun = 0): Promise<number> {
  const clock = new FakeClock();
  const work = { busy: 0, isOver: false };
  const connect = onDuty(
    async () => busyTrainer(clock, work, overrun),
    () => isInFront,
    clock,
  );
  const train = async (): Promise<void> => {
    const trainer = await connect(config, 0);
    while (!work.isOver) await trainer.advance(request);
  };
  for (let run = 0; run < runs; run++) void train();
  await clock.runTo(10_000);
  work.isOver = true;
  return work.busy / 10_000;
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
  const lasting = async () => {
    clock.time += 60_000;
    return {} as AdvanceReply;
  };
  const connect = onDuty(
    async () => ({ ...createPageTrainer(), advance: lasting }),
    () => isInFront,
    clock,
  );
  const trainer = await connect(config, 0);
  await trainer.advance(request);
  isInFront = false;
  await trainer.advance(request);
  expect(clock.time).toBe(120_000);
});

it('keeps the slices of a trainer, and of the one that follows it, and takes the same steps', async () => {
  const slices: number[] = [];
  const trainer = (): RemoteTrainer => {
    const page = createPageTrainer();
    const advance = (asked: AdvanceRequest) => {
      slices.push(asked.milliseconds);
      return page.advance(asked);
    };
    return { ...page, advance, successor: Promise.resolve(null) };
  };
  let isInFront = true;
  const connect = onDuty(
    async () => ({ ...trainer(), successor: Promise.resolve(trainer()) }),
    () => isInFront,
  );
  const kept = await connect(config, 0);
  const next = (await kept.successor) as RemoteTrainer;
  for (const one of [kept, next]) {
    await one.start(config);
    isInFront = true;
    expect((await one.advance(request)).steps.count).toBe(1);
    isInFront = false;
    expect((await one.advance(request)).steps.count).toBe(1);
  }
  expect(slices).toEqual([11, 8, 11, 8]);
});
