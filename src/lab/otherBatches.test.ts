// Other batches are drawn by what comes later: a trainer that a page begins with gives way, and the run stays where it is.

import { expect, it, vi } from 'vitest';
import type { Reach } from '../training/run/reach.ts';
import { createPageTrainer } from '../worker/pageTrainer.ts';
import { defaultConfig, defaultHyperparameters } from './defaults.ts';
import { Lab } from './lab.ts';

it('are asked of a trainer that has them, which goes through the same steps', async () => {
  const reaches: Reach[] = [];
  const drawnBy: Reach[] = [];
  const lab = new Lab({
    connect: async (_config, reach) => {
      reaches.push(reach);
      const trainer = createPageTrainer();
      return {
        ...{ ...trainer, reach },
        noise: (request) => {
          drawnBy.push(reach);
          return trainer.noise(request);
        },
      };
    },
    initial: {
      config: defaultConfig('tug-of-war', 'sgd'),
      hyperparameters: defaultHyperparameters('tug-of-war', 'sgd'),
    },
  });
  lab.takeSteps(3);
  await vi.waitFor(() => expect([lab.store.getState().cursor, lab.isCurrent]).toEqual([3, true]));
  const { detail } = lab.store.getState();
  lab.wantDraws(true);
  expect(reaches).toEqual([0]);
  lab.setLayers({ resampleSeed: 1 });
  await vi.waitFor(() => expect(lab.store.getState().draws).not.toBeNull());
  expect([reaches, drawnBy]).toEqual([[0, 1], [1]]);
  const now = lab.store.getState();
  expect([now.cursor, now.stepCount, now.detail]).toEqual([3, 3, detail]);
  lab.dispose();
});
