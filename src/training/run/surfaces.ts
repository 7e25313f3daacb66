// Loss surfaces as the page asks for them: of a pair all at once, of a network on a plane, in bands of rows if there is
// no time for all of it. What can be kept of a plane from one band to the next is kept.

import { gathered } from '../examples.ts';
import type { NetworkSurface } from '../network/surface.ts';
import { extremes } from '../objective/extremes.ts';
import { type LossSurface, sampleLossSurface } from '../objective/lossSurface.ts';
import type { NetworkObjective } from '../objective/networkObjective.ts';
import { PairObjective } from '../objective/pairObjective.ts';
import { type Plane, type View, weightsPlane } from '../plane.ts';
import type { Domain, Vector } from '../vector.ts';
import type { Setup } from './setup.ts';

export interface SurfaceRequest {
  readonly domain: Domain;
  readonly columns: number;
  readonly rows: number;
  /** Indices of the examples to average over; all of them when absent. */
  readonly batch?: Int32Array | undefined;
  /** The plane that is sampled; when absent all of weight space, or of a network's the first two weights. */
  readonly view?: View;
  /** The first row wanted, 0 when absent. */
  readonly from?: number;
  /** Stop after about so much time, but not before a row is done; no limit when absent. */
  readonly milliseconds?: number;
}

/** The rows [from, to) of a surface; `values`, `minimum`, and `maximum` are those of the rows alone. */
export interface SurfaceBand extends LossSurface {
  readonly from: number;
  readonly to: number;
}

interface Kept {
  readonly plane: Plane;
  readonly batch: Int32Array | undefined;
  readonly surface: NetworkSurface;
}

export class Surfaces {
  private readonly setup: Setup;
  private readonly now: () => number;
  /** Of all examples, and of a batch: both are wanted at once, band by band. */
  private keptWhole: Kept | null = null;
  private keptBatch: Kept | null = null;

  constructor(setup: Setup, now: () => number) {
    this.setup = setup;
    this.now = now;
  }

  sample(request: SurfaceRequest): SurfaceBand {
    const { objective, examples, start } = this.setup;
    const { domain, columns, rows, batch, view } = request;
    if (objective instanceof PairObjective) {
      const { model, loss } = objective.pair;
      const sampled = sampleLossSurface(
        model,
        loss,
        batch ? gathered(examples, batch) : examples,
        domain,
        columns,
        rows,
      );
      return { ...sampled, from: 0, to: rows };
    }
    return this.sampleNetwork(request, this.surfaceOn(objective, view ?? weightsPlane(start, 0, 1), batch));
  }

  private sampleNetwork(
    { domain, columns, rows, from = 0, milliseconds = Number.POSITIVE_INFINITY }: SurfaceRequest,
    surface: NetworkSurface,
  ): SurfaceBand {
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
