// From the place of a slider's handle to its value and back.

/** `value` to three significant figures: what a slider sets. */
export const rounded = (value: number): number => Number(value.toPrecision(3));

/** Powers of ten at the ends of the learning rate's slider, and what of a power one step of it is. */
export const rateScale = { lowest: -4, highest: 1, step: 0.01 } as const;

/**
 * The batch sizes that the slider stops at, from 1 to `count`: every one up to 16, then eight to each doubling, so
 * that powers of two are among them and both ends are near.
 */
export function batchSizeStops(count: number): readonly number[] {
  const stops = new Set<number>();
  for (let size = 1; size <= Math.min(16, count); size++) stops.add(size);
  for (let eighth = 1; ; eighth++) {
    const size = Math.round(16 * 2 ** (eighth / 8));
    if (size >= count) break;
    stops.add(size);
  }
  return [...stops.add(count)];
}

/** Index of the stop nearest to `value`, by ratio. */
export function nearestStop(stops: readonly number[], value: number): number {
  let nearest = 0;
  const distance = (stop: number): number => Math.abs(Math.log(stop / value));
  stops.forEach((stop, index) => {
    if (distance(stop) < distance(stops[nearest])) nearest = index;
  });
  return nearest;
}
