// The kind of place that a run has ended at, as a ring round the weights with its name: drawn through where the run is at
// rest for good, dashed where it is not, or where the least push would lead on.

import type { PointKind } from '../training/studies/pointKind.ts';
import type { Point } from '../training/vector.ts';
import type { Mark } from './marks.ts';
import { placeLabels } from './placeLabels.ts';
import { boldWidth, type Frame, labelHeight } from './scene.ts';
import { nameMarks } from './sceneStep.ts';
import { discShape } from './shape.ts';
import { isInside } from './viewport.ts';

const radius = 15;

/** Rings that are drawn through stand for places at rest, dashed ones for those that are not, or need not stay so. */
const dashes: Readonly<Partial<Record<PointKind, readonly number[]>>> = {
  ...{ saddle: [8, 4], maximum: [8, 4], plateau: [2, 3], slope: [2, 3], cycle: [8, 4] },
};

export function endedMarks({ viewport, measure }: Frame, at: Point, kind: PointKind, name: string): readonly Mark[] {
  const [x, y] = [viewport.x(at[0]), viewport.y(at[1])];
  if (!isInside(viewport.plot, x, y)) return [];
  const dash = dashes[kind];
  const request = { width: boldWidth * measure(name) + 4, height: labelHeight, x, y, dx: 1, dy: 1 };
  const [place] = placeLabels([request], { plot: viewport.plot, discs: [{ x, y, radius: radius + 3 }] });
  return [
    {
      ...{ kind: 'shape', shape: discShape(x, y, radius), stroke: 'control', width: 2, id: `ended-${kind}` },
      ...(dash !== undefined && { dash }),
    },
    ...nameMarks(place, name, 'control', 'weights'),
  ];
}
