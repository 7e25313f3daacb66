// Loss surfaces as they are asked for and answered: plain data, which crosses to the worker.

import type { LossSurface } from '../objective/lossSurface.ts';
import type { View } from '../plane.ts';
import type { Domain } from '../vector.ts';

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
