// The weights as marks: a dot, or outside the view an arrow at the border with their values.

import type { Point } from '../training/vector.ts';
import type { Mark } from './marks.ts';
import type { Frame } from './scene.ts';
import { discShape, shapeOf } from './shape.ts';
import { edgeMarker, isInside, type Viewport } from './viewport.ts';

/** Pixels from the border to the arrow's middle, and of the arrow itself. */
const inset = 9;
const tip = 8;
const tail = 4;
const halfTail = 5.5;

/** Where the weights can be taken hold of, in pixels; null where they are nowhere. */
export function handlePlace({ plot, x, y }: Viewport, [across, up]: Point): readonly [x: number, y: number] | null {
  const place = [x(across), y(up)] as const;
  if (isInside(plot, ...place)) return place;
  const marker = edgeMarker(plot, ...place);
  return marker === null
    ? null
    : [marker.x - inset * Math.cos(marker.angle), marker.y - inset * Math.sin(marker.angle)];
}

/** @param values what is written where the weights are out of view */
export function handleMarks({ viewport, measure }: Frame, at: Point, values: string): readonly Mark[] {
  const { plot } = viewport;
  const place = handlePlace(viewport, at);
  if (place === null) return [];
  const [x, y] = place;
  const marker = edgeMarker(plot, viewport.x(at[0]), viewport.y(at[1]));
  const look = { fill: 'weights', stroke: 'paper', width: 1.5, quantity: 'weights' } as const;
  if (marker === null) return [{ kind: 'shape', shape: discShape(x, y, 5), ...look }];
  const [dx, dy] = [Math.cos(marker.angle), Math.sin(marker.angle)];
  const arrow = shapeOf((shape) => {
    shape.moveTo(x + tip * dx, y + tip * dy);
    shape.lineTo(x - tail * dx - halfTail * dy, y - tail * dy + halfTail * dx);
    shape.lineTo(x - tail * dx + halfTail * dy, y - tail * dy - halfTail * dx);
    shape.closePath();
  });
  const half = measure(values) / 2 + 4;
  return [
    { kind: 'shape', shape: arrow, ...look },
    {
      ...{ kind: 'text', text: values, anchor: 'middle', colour: 'weights', halo: 'paper', quantity: 'weights' },
      x: Math.min(Math.max(marker.x - dx * (half + 20), plot.left + half), plot.right - half),
      y: marker.y - dy * 26,
    },
  ];
}
