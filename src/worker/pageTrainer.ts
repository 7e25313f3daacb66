// A trainer in the page's own thread, for where no worker starts, in slices short enough for the frames between them.

import { hasLayers } from '../training/run/configuration.ts';
import { giveNetworks } from '../training/run/networks.ts';
import type { RemoteTrainer } from '../training/run/remoteTrainer.ts';
import { Trainer } from '../training/run/trainer.ts';
import { nextTask } from './nextTask.ts';

/** The longest slice of training, in milliseconds, so that frames still come. */
const pageSlice = 6;

export function createPageTrainer(): RemoteTrainer {
  const trainer = new Trainer(() => performance.now());
  return {
    place: 'page',
    async start(config) {
      if (hasLayers(config)) giveNetworks((await import('../training/objective/networkObjective.ts')).networkObjective);
      return trainer.start(config);
    },
    rewind: async (step) => trainer.rewind(step),
    preview: async (...request) => trainer.preview(...request),
    plane: async (request) => trainer.plane(request),
    noise: async (request) => trainer.noise(request),
    curvature: async (request) => trainer.curvature(request),
    maps: async (request) => trainer.maps(request),
    surface: async (request) => trainer.surface(request),
    losses: async (...request) => trainer.losses(...request),
    async advance(request) {
      await nextTask();
      return trainer.advance({ ...request, milliseconds: Math.min(request.milliseconds, pageSlice) });
    },
    dispose: () => {},
  };
}
