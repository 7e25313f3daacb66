// From what is trained on to the units of the data, and back: the pictures are drawn in the one, and say the other.

import type { ColumnScaling, Scaling } from '../../training/ownData/scaling.ts';
import type { Domain } from '../../training/vector.ts';

export type DataScales = readonly [x: ColumnScaling, y: ColumnScaling];

const unscaled: ColumnScaling = { shift: 0, scale: 1 };

/** @param isPlane whether both axes are features; else the second is the target */
export const scalesOf = (scaling: Scaling | null, isPlane: boolean): DataScales =>
  scaling === null ? [unscaled, unscaled] : [scaling.x1, isPlane ? scaling.x2 : scaling.y];

type Interval = readonly [number, number];

const original = ([low, high]: Interval, { shift, scale }: ColumnScaling): Interval => [
  low * scale + shift,
  high * scale + shift,
];
const scaled = ([low, high]: Interval, { shift, scale }: ColumnScaling): Interval => [
  (low - shift) / scale,
  (high - shift) / scale,
];

export const originalView = ({ x, y }: Domain, [ofX, ofY]: DataScales): Domain => ({
  x: original(x, ofX),
  y: original(y, ofY),
});

export const scaledView = ({ x, y }: Domain, [ofX, ofY]: DataScales): Domain => ({
  x: scaled(x, ofX),
  y: scaled(y, ofY),
});
