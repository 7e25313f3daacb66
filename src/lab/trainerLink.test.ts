// A link to a trainer: what it holds is never less than what was once needed, or it would be replaced for ever.

import { expect, it } from 'vitest';
import type { Reach } from '../training/run/reach.ts';
import type { RemoteTrainer } from '../training/run/remoteTrainer.ts';
import { TrainerLink } from './trainerLink.ts';

it('connects what was needed when a smaller trainer gave way, though the run needs less by then', async () => {
  const connected: Reach[] = [];
  let reach: Reach = 0;
  const link = new TrainerLink({
    connect: async (_, least) => {
      connected.push(least);
      if (connected.length > 5) throw new Error('It is connected again and again.');
      // Another run is chosen while the larger script is on its way.
      if (least === 2) reach = 0;
      return { reach: least, dispose: () => {} } as unknown as RemoteTrainer;
    },
    config: () => ({ problem: 'line-fit' }),
    reach: () => reach,
    sendNext: async () => false,
    onReplace: () => {},
    isStopped: () => false,
  });
  await link.settle();
  reach = 2;
  await link.settle();
  await link.settle();
  expect(connected).toEqual([0, 2]);
});
