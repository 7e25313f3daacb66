// A trainer in the page's own thread, for where no worker starts, in slices short enough for the frames between them.

import { hasLayers } from '../training/run/configuration.ts';
import { giveNetworks } from '../training/run/networks.ts';
import { type RemoteTrainer, TrainerLostError } from '../training/run/remoteTrainer.ts';
import { Trainer } from '../training/run/trainer.ts';
import { nextTask } from './nextTask.ts';

/** The longest slice of training, in milliseconds, so that frames still come. */
const pageSlice = 6;

/** What networks need comes with the first of them; a trainer without it is of no use for one. */
async function loadNetworks(): Promise<Parameters<typeof giveNetworks>[0]> {
  try {
    return (await import('../training/objective/networkObjective.ts')).networkObjective;
  } catch (error) {
    throw new TrainerLostError(`Networks could not be loaded: ${error}.`);
  }
}

export function createPageTrainer(): RemoteTrainer {
  const trainer = new Trainer(() => performance.now());
  return {
    place: 'page',
    async start(config) {
      if (hasLayers(config)) giveNetworks(await loadNetworks());
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
