// Planes through weight space, in which a picture of it lies. With two weights the plane is all of it.

import type { Vector } from './vector.ts';

/**
 * All weights origin + x across + y up. `across` and `up` have length 1 and stand at right angles, so that lengths and
 * angles in the picture are true. Plain data: it crosses to the worker.
 */
export interface Plane {
  readonly origin: Vector;
  readonly across: Vector;
  readonly up: Vector;
}
