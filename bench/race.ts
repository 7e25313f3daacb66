// Two pieces of work that take turns, so that whatever else the machine does meets both.

/** Milliseconds that each contestant runs before it is timed. */
const warmUp = 40;

/** The shortest time of one call of each, in milliseconds, the two taking turns. */
export function race(ours: () => void, reference: () => void, rounds: number): { ours: number; reference: number } {
  const best = { ours: Number.POSITIVE_INFINITY, reference: Number.POSITIVE_INFINITY };
  // Work of a fraction of a millisecond needs many calls before the engine has compiled it.
  for (const work of [ours, reference]) for (let spent = 0; spent < warmUp; ) spent += timeOf(work);
  for (let round = 0; round < rounds; round++) {
    best.ours = Math.min(best.ours, timeOf(ours));
    best.reference = Math.min(best.reference, timeOf(reference));
  }
  return best;
}

/** Milliseconds of one call. */
export function timeOf(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
