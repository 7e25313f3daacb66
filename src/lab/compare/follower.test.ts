import { expect, it } from 'vitest';
import { type RemoteTrainer, TrainerLostError } from '../../training/run/remoteTrainer.ts';
import { createPageTrainer } from '../../worker/pageTrainer.ts';
import { defaultConfig, defaultHyperparameters } from '../defaults.ts';
import { Follower, type FollowerPlan } from './follower.ts';

const hyperparameters = defaultHyperparameters('sine-fit', 'adam');
const plan: FollowerPlan = {
  config: defaultConfig('sine-fit', 'adam'),
  edits: [
    { step: 0, hyperparameters },
    { step: 70, hyperparameters: { ...hyperparameters, batchSize: 3 } },
  ],
};

/** Follows up to one step after the other, and tells how many steps it showed on the way. */
async function follow(connect: () => Promise<RemoteTrainer>): Promise<{ path: number[]; counts: number[] }> {
  const counts: number[] = [];
  let due = 0;
  const follower = new Follower(plan, {
    connect,
    view: null,
    measure: async () => null,
    stepsDue: () => due,
    onChange: () => counts.push(follower.history.count),
  });
  for (due = 10; due <= 150; due += 10) {
    await follower.settle();
    while (follower.isBehind) await new Promise((resolve) => setTimeout(resolve, 0));
  }
  follower.dispose();
  return { path: [...follower.history.column('w1')], counts };
}

it('goes on without a jump when its trainer is lost, or another one takes over', async () => {
  const whole = await follow(async () => createPageTrainer());
  expect(whole.path).toHaveLength(150);
  let requests = 0;
  const fragile = (): RemoteTrainer => {
    const trainer = createPageTrainer();
    return {
      ...trainer,
      advance: async (request) => {
        if (++requests === 12) throw new TrainerLostError('lost');
        return trainer.advance(request);
      },
    };
  };
  const lost = await follow(async () => fragile());
  expect(requests).toBeGreaterThan(15);
  const moved = await follow(async () => ({
    ...createPageTrainer(),
    successor: new Promise((resolve) => setTimeout(resolve, 5, createPageTrainer())),
  }));
  for (const { path, counts } of [lost, moved]) {
    expect(path).toEqual(whole.path);
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
  }
});
