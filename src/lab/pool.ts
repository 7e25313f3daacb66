// Workers of a lab that are opened when they are first asked for.

import type { ComputePool } from './computePool.ts';

/** What `open` gives, opened with the first call; null where there is none to open. A failure is asked for again. */
export function opened(open: (() => Promise<ComputePool>) | undefined): () => Promise<ComputePool> | null {
  let pool: Promise<ComputePool> | null = null;
  return () => {
    if (open === undefined) return null;
    if (pool === null) {
      pool = open();
      pool.catch(() => {
        pool = null;
      });
    }
    return pool;
  };
}
