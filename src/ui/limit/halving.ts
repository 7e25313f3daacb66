// In how many steps a run has halved its distance from a minimum.

interface Steps {
  /** Row r is step r × stride. */
  readonly stride: number;
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
}

/**
 * From the last step at which the distance was at least twice what it is at step `now`, as far as the rows tell; null where
 * it never was. `rows` of the path lead up to there.
 */
export function lastHalving(
  { stride, x, y }: Steps,
  rows: number,
  now: number,
  [w1, w2]: ArrayLike<number> & Iterable<number>,
  minimum: readonly [number, number],
): number | null {
  const distance = Math.hypot(w1 - minimum[0], w2 - minimum[1]);
  for (let row = rows - 1; row >= 0; row--)
    if (Math.hypot(x[row] - minimum[0], y[row] - minimum[1]) >= 2 * distance && row * stride < now)
      return distance > 0 ? now - row * stride : null;
  return null;
}
