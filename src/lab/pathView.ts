// The part of weight space that holds a whole path.

import type { Domain, Vector } from '../training/vector.ts';

/** Room round the path, of its own width and height. */
const margin = 0.05;

/** Far beyond where a run counts as diverged. */
const farthest = 1e12;

/** The numbers from the least to the greatest with room round them; null where they reach too far to be drawn. */
function spanOf(values: Vector, last: number): readonly [number, number] | null {
  let [low, high] = [last, last];
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const room = high === low ? 1 : margin * (high - low);
  const span = [low - room, high + room] as const;
  return span.every((edge) => Math.abs(edge) <= farthest) ? span : null;
}

/**
 * @param x a coordinate of every point of a path, and `y` the other
 * @param end where the path leads to
 * @returns what is in view when all of it is; null where no picture could hold it
 */
export function pathView(x: Vector, y: Vector, end: Vector): Domain | null {
  const [across, up] = [spanOf(x, end[0]), spanOf(y, end[1])];
  return across === null || up === null ? null : { x: across, y: up };
}

/** Whether all of `inner` is in `outer`. */
export const isWithin = (inner: Domain, outer: Domain): boolean =>
  (['x', 'y'] as const).every((side) => inner[side][0] >= outer[side][0] && inner[side][1] <= outer[side][1]);
