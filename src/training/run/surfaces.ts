// Loss surfaces as the page asks for them: of a pair all at once, of a network on a plane, in bands of rows.

import { gathered } from '../examples.ts';
import { sampleLossSurface } from '../objective/lossSurface.ts';
import { PairObjective } from '../objective/pairObjective.ts';
import { Room } from '../objective/surfaces/grid.ts';
import { networkSurfaces } from './laterLayers.ts';
import type { NetworkSurfaces } from './networkSurfaces.ts';
import type { Setup } from './setup.ts';
import type { SurfaceBand, SurfaceRequest } from './surfaceBand.ts';

export class Surfaces {
  private readonly setup: Setup;
  private readonly now: () => number;
  /** Of all examples, and of batches. */
  private readonly rooms = [new Room(), new Room()] as const;
  /** Made when a network's are first asked for. */
  private ofNetwork: NetworkSurfaces | null = null;

  constructor(setup: Setup, now: () => number) {
    this.setup = setup;
    this.now = now;
  }

  sample(request: SurfaceRequest): SurfaceBand {
    const { objective, examples } = this.setup;
    if (!(objective instanceof PairObjective)) {
      this.ofNetwork ??= new networkSurfaces[0](this.setup, this.now);
      return this.ofNetwork.sample(objective, request);
    }
    const { model, loss } = objective.pair;
    const { domain, columns, rows, batch } = request;
    const averaged = batch === undefined ? examples : gathered(examples, batch);
    const room = this.rooms[batch === undefined ? 0 : 1];
    return { ...sampleLossSurface(model, loss, averaged, domain, columns, rows, room), from: 0, to: rows };
  }
}
