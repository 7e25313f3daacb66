// A trainer in the page's own thread, for where no worker starts, in slices short enough for the frames between them.

import { tracingOf } from '../drawing/tracing/tracing.ts';
import { isBeyondPairs } from '../training/run/configuration.ts';
import { giveNetworks } from '../training/run/networks.ts';
import { giveOwnRuns } from '../training/run/ownRuns.ts';
import { type RemoteTrainer, TrainerLostError } from '../training/run/remoteTrainer.ts';
import { Trainer } from '../training/run/trainer.ts';
import { nextTask } from './nextTask.ts';

/** The longest slice of training, in milliseconds, so that frames still come. */
const pageSlice = 6;

/** What networks and own data need comes with the first of them; a trainer without it is of no use for one. */
async function loadAll(): Promise<void> {
  try {
    giveNetworks((await import('../training/objective/networkObjective.ts')).networkObjective);
    giveOwnRuns((await import('../training/theory/ownRun.ts')).ownRun);
  } catch (error) {
    throw new TrainerLostError(`What this run needs could not be loaded: ${error}.`);
  }
}

export function createPageTrainer(): RemoteTrainer {
  const trainer = new Trainer(() => performance.now());
  return {
    place: 'page',
    async start(config) {
      if (isBeyondPairs(config)) await loadAll();
      return trainer.start(config);
    },
    rewind: async (step) => trainer.rewind(step),
    preview: async (...request) => trainer.preview(...request),
    plane: async (request) => trainer.plane(request),
    noise: async (request) => trainer.noise(request),
    curvature: async (request) => trainer.curvature(request),
    maps: async (request) => trainer.maps(request),
    surface: async (request) => trainer.surface(request),
    trace: async (surface) => tracingOf(surface),
    losses: async (...request) => trainer.losses(...request),
    async advance(request) {
      await nextTask();
      return trainer.advance({ ...request, milliseconds: Math.min(request.milliseconds, pageSlice) });
    },
    dispose: () => {},
  };
}
