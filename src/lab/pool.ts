// The workers for long computations of a lab, opened when they are first asked for.

import type { ComputePool } from './computePool.ts';
import type { Lab } from './lab.ts';

const pools = new WeakMap<Lab, Promise<ComputePool>>();

/** Null where the lab has none to open. One that could not be opened is asked for again. */
export function poolOf(lab: Lab): Promise<ComputePool> | null {
  const pool = pools.get(lab) ?? lab.openPool?.();
  if (pool === undefined) return null;
  pools.set(lab, pool);
  pool.catch(() => pools.delete(lab));
  return pool;
}
