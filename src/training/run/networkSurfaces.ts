// The loss surfaces of a network on a plane, in bands of rows if there is no time for all of it. What can be kept of a
// plane from one band to the next is kept.

import type { NetworkSurface } from '../network/surface.ts';
import { extremes } from '../objective/extremes.ts';
import type { NetworkObjective } from '../objective/networkObjective.ts';
import type { Plane } from '../plane.ts';
import { weightsPlane } from '../spannedPlanes.ts';
import type { Vector } from '../vector.ts';
import type { Setup } from './setup.ts';
import type { SurfaceBand, SurfaceRequest } from './surfaceBand.ts';

interface Kept {
  readonly plane: Plane;
  readonly batch: Int32Array | undefined;
  readonly surface: NetworkSurface;
}

export class NetworkSurfaces {
  private readonly setup: Setup;
  private readonly now: () => number;
  /** Of all examples, and of a batch: both are wanted at once, band by band. */
  private keptWhole: Kept | null = null;
  private keptBatch: Kept | null = null;

  constructor(setup: Setup, now: () => number) {
    this.setup = setup;
    this.now = now;
  }

  sample(objective: NetworkObjective, request: SurfaceRequest): SurfaceBand {
    const { domain, columns, rows, from = 0, milliseconds = Number.POSITIVE_INFINITY } = request;
    const surface = this.surfaceOn(objective, request.view ?? weightsPlane(this.setup.start, 0, 1), request.batch);
    const deadline = this.now() + milliseconds;
    const grid = new Float64Array(columns * rows);
    let to = from;
    do {
      surface.fillRows(domain, columns, rows, to, to + 1, grid);
      to++;
    } while (to < rows && this.now() < deadline);
    const values = grid.slice(from * columns, to * columns);
    return { domain, columns, rows, from, to, values, ...extremes(values) };
  }

  private surfaceOn(objective: NetworkObjective, plane: Plane, batch: Int32Array | undefined): NetworkSurface {
    const kept = batch === undefined ? this.keptWhole : this.keptBatch;
    if (kept !== null && isSamePlane(kept.plane, plane) && isSameBatch(kept.batch, batch)) return kept.surface;
    const { examples } = this.setup;
    const surface = objective.surface(plane, examples, batch ?? null, 0, batch?.length ?? examples.count);
    if (batch === undefined) this.keptWhole = { plane, batch, surface };
    else this.keptBatch = { plane, batch, surface };
    return surface;
  }
}

const isSameVector = (a: ArrayLike<number>, b: ArrayLike<number>): boolean => {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
};

// A plane is a copy whenever it has crossed to the worker, so only its numbers tell.
const isSamePlane = (a: Plane, b: Plane): boolean =>
  (['origin', 'across', 'up'] as const).every((name) => isSameVector(a[name] satisfies Vector, b[name]));

const isSameBatch = (a: Int32Array | undefined, b: Int32Array | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && isSameVector(a, b));
