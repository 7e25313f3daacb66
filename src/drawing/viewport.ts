// A viewport maps a part of a plane (weight space, data space) onto a rectangle of pixels, the second axis upwards.

import type { Domain } from '../training/vector.ts';

/** Pixels, y downwards. */
export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Viewport {
  readonly view: Domain;
  readonly plot: Rectangle;
  /** Pixels per unit of each axis; `scaleY` is positive although y runs downwards. */
  readonly scaleX: number;
  readonly scaleY: number;
  /** Pixels of a place in the plane, and back. */
  x(across: number): number;
  y(up: number): number;
  across(x: number): number;
  up(y: number): number;
}

export const widthOf = (rectangle: Rectangle): number => rectangle.right - rectangle.left;
export const heightOf = (rectangle: Rectangle): number => rectangle.bottom - rectangle.top;

export function createViewport(view: Domain, plot: Rectangle): Viewport {
  const scaleX = widthOf(plot) / (view.x[1] - view.x[0]);
  const scaleY = heightOf(plot) / (view.y[1] - view.y[0]);
  return {
    view,
    plot,
    scaleX,
    scaleY,
    x: (across) => plot.left + (across - view.x[0]) * scaleX,
    y: (up) => plot.bottom - (up - view.y[0]) * scaleY,
    across: (x) => view.x[0] + (x - plot.left) / scaleX,
    up: (y) => view.y[0] + (plot.bottom - y) / scaleY,
  };
}

/** The part of a plane that fills `plot` after `view` was scaled about a pixel: factor 2 shows half of each axis. */
export function zoomView(viewport: Viewport, factor: number, x: number, y: number): Domain {
  const { view } = viewport;
  const [across, up] = [viewport.across(x), viewport.up(y)];
  return {
    x: [across + (view.x[0] - across) / factor, across + (view.x[1] - across) / factor],
    y: [up + (view.y[0] - up) / factor, up + (view.y[1] - up) / factor],
  };
}

/** Whether two views are the same up to rounding. */
export function isSameView(a: Domain, b: Domain): boolean {
  const isClose = (p: readonly [number, number], q: readonly [number, number]): boolean =>
    Math.abs(p[0] - q[0]) + Math.abs(p[1] - q[1]) <= 1e-9 * Math.abs(q[1] - q[0]);
  return isClose(a.x, b.x) && isClose(a.y, b.y);
}

export const isInside = (rectangle: Rectangle, x: number, y: number): boolean =>
  x >= rectangle.left && x <= rectangle.right && y >= rectangle.top && y <= rectangle.bottom;

export const grow = ({ left, top, right, bottom }: Rectangle, by: number): Rectangle => ({
  left: left - by,
  top: top - by,
  right: right + by,
  bottom: bottom + by,
});

export type Segment = readonly [x1: number, y1: number, x2: number, y2: number];

/** The part of a segment inside the rectangle (Liang and Barsky), or null; anything not finite is outside. */
export function clipSegment(rectangle: Rectangle, x1: number, y1: number, x2: number, y2: number): Segment | null {
  const dx = x2 - x1;
  const dy = y2 - y1;
  if (!Number.isFinite(dx) || !Number.isFinite(dy)) return null;
  let from = 0;
  let to = 1;
  for (let side = 0; side < 4; side++) {
    const direction = side === 0 ? -dx : side === 1 ? dx : side === 2 ? -dy : dy;
    const room =
      side === 0
        ? x1 - rectangle.left
        : side === 1
          ? rectangle.right - x1
          : side === 2
            ? y1 - rectangle.top
            : rectangle.bottom - y1;
    if (direction === 0) {
      if (room < 0) return null;
    } else if (direction < 0) from = Math.max(from, room / direction);
    else to = Math.min(to, room / direction);
  }
  return from > to ? null : [x1 + from * dx, y1 + from * dy, x1 + to * dx, y1 + to * dy];
}

export interface EdgeMarker {
  readonly x: number;
  readonly y: number;
  /** Direction outwards, radians, clockwise from the right as pixels have it. */
  readonly angle: number;
}

/** Where the line from the middle of the plot to an outside point crosses the border; null for a point inside. */
export function edgeMarker(plot: Rectangle, x: number, y: number): EdgeMarker | null {
  if (isInside(plot, x, y)) return null;
  const [middleX, middleY] = [(plot.left + plot.right) / 2, (plot.top + plot.bottom) / 2];
  const [dx, dy] = [x - middleX, y - middleY];
  if (!Number.isFinite(dx) || !Number.isFinite(dy)) return null;
  const share = Math.min(widthOf(plot) / 2 / Math.abs(dx), heightOf(plot) / 2 / Math.abs(dy));
  return { x: middleX + share * dx, y: middleY + share * dy, angle: Math.atan2(dy, dx) };
}
