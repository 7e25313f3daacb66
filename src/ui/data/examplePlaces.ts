// Where an example stands in the picture of the data, and which example stands at a place.

import type { OwnData } from '../../training/ownData/ownData.ts';

export type Place = readonly [across: number, up: number];

export interface Places {
  /** How many classes the target is one of; 0 where it is a number, or nothing is predicted. */
  readonly classes: number;
  placeOf(data: OwnData, row: number): Place;
  /** An example at a place, of the target `like` where the picture does not show it. */
  exampleAt(place: Place, like: number, span: Place): readonly [x: readonly number[], y: number];
  /** How far up a key moves that would go by `distance`. */
  rise(distance: number): number;
}

interface PlaneOfData {
  /** Whether both axes are features; else the second is the target. */
  readonly isPlane: boolean;
  readonly classes: number;
  readonly hasTarget: boolean;
}

export const placesOf = ({ isPlane, classes, hasTarget }: PlaneOfData): Places => ({
  classes: hasTarget ? classes : 0,
  placeOf: ({ x, y }, row) => [x[row][0], isPlane ? (x[row][1] ?? 0) : y[row]],
  exampleAt([across, up], like, [width, height]) {
    const first = rounded(across, width);
    if (isPlane) return [[first, rounded(up, height)], hasTarget ? like : 0];
    return [[first], classes > 0 ? Math.min(classes - 1, Math.max(0, Math.round(up))) : rounded(up, height)];
  },
  rise: (distance) => (!isPlane && classes > 0 ? Math.sign(distance) : distance),
});

/** To a thousandth of what the axis shows, or finer: nobody can point more exactly. */
export function rounded(value: number, span: number): number {
  const decimals = 3 - Math.ceil(Math.log10(Math.abs(span)));
  if (!Number.isFinite(decimals)) return value;
  const factor = 10 ** Math.abs(decimals);
  const whole = decimals >= 0 ? Math.round(value * factor) / factor : Math.round(value / factor) * factor;
  return Number(whole.toPrecision(12)) + 0;
}
