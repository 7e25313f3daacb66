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

/** A trainer without what is asked of it is of no use. */
async function loaded(load: () => Promise<unknown>): Promise<void> {
  try {
    await load();
  } catch (error) {
    throw new TrainerLostError(`What this run needs could not be loaded: ${error}.`);
  }
}

/** What networks and own data need comes with the first of them. */
async function loadAll(): Promise<void> {
  giveNetworks((await import('../training/objective/networkObjective.ts')).networkObjective);
  giveOwnRuns((await import('../training/theory/ownRun.ts')).ownRun);
}

/** What draws other batches comes with the first of them. */
const loadWhole = (): Promise<unknown> => import('../training/whole.ts');

export function createPageTrainer(): RemoteTrainer {
  const trainer = new Trainer(() => performance.now());
  return {
    place: 'page',
    async start(config) {
      if (isBeyondPairs(config)) await loaded(loadAll);
      return trainer.start(config);
    },
    rewind: async (step) => trainer.rewind(step),
    preview: async (...request) => trainer.preview(...request),
    plane: async (request) => trainer.plane(request),
    async noise(request) {
      await loaded(loadWhole);
      return trainer.noise(request);
    },
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
