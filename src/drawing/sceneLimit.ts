// The two principal directions of the curvature at the weights, as marks: the steepest drawn through, the flattest dashed.

import type { Point } from '../training/vector.ts';
import type { Mark } from './marks.ts';
import { type LabelRequest, placeLabels } from './placeLabels.ts';
import { boldWidth, type Frame, labelHeight } from './scene.ts';
import { nameMarks } from './sceneStep.ts';
import { lineShape } from './shape.ts';
import { clipSegment, isInside, type Rectangle, type Segment } from './viewport.ts';

export interface LimitDirection {
  /** In the plane, of any length but 0. */
  readonly direction: Point;
  readonly name: string;
}

/** Pixels to either side of the weights. */
const reach = 84;
const room = 12;

/** @param taken where names stand already */
export function limitDirectionMarks(
  { viewport, measure }: Frame,
  at: Point,
  [steepest, flattest]: readonly [LimitDirection, LimitDirection],
  taken: readonly Rectangle[],
): readonly Mark[] {
  const [x, y] = [viewport.x(at[0]), viewport.y(at[1])];
  if (!isInside(viewport.plot, x, y)) return [];
  const through = ({ direction }: LimitDirection): Segment | null => {
    const [dx, dy] = [viewport.x(at[0] + direction[0]) - x, viewport.y(at[1] + direction[1]) - y];
    const scale = reach / Math.hypot(dx, dy);
    return clipSegment(viewport.plot, x - scale * dx, y - scale * dy, x + scale * dx, y + scale * dy);
  };
  const shown = [steepest, flattest].flatMap((each, index) => {
    const line = through(each);
    return line === null
      ? []
      : [{ ...each, line, isDashed: index === 1, id: `limit-${index === 0 ? 'steepest' : 'flattest'}` }];
  });
  const requests = shown.map(({ name, line: [x1, y1, x2, y2] }): LabelRequest => {
    const width = boldWidth * measure(name) + 4;
    return { width, height: labelHeight, x: x2, y: y2, dx: x2 - x1, dy: y2 - y1 };
  });
  const lines = shown.map(({ line }) => line);
  const places = placeLabels(requests, { plot: viewport.plot, lines, discs: [{ x, y, radius: room }], taken });
  return [
    ...shown.map(
      ({ line, isDashed, id }): Mark => ({
        ...{ kind: 'shape', shape: lineShape(line), stroke: 'control', width: 2, id },
        ...(isDashed && { dash: [6, 4] }),
      }),
    ),
    ...shown.flatMap(({ name }, index) => nameMarks(places[index], name, 'control', 'learning-rate')),
  ];
}
