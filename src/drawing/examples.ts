// The examples in data space: marks of six shapes, lines to predictions, and the side of a boundary.

import type { Examples } from '../training/examples.ts';
import type { Domain, Point } from '../training/vector.ts';
import type { CanvasPath } from './shape.ts';
import { grow, type Rectangle, type Viewport, widthOf } from './viewport.ts';

/** The form of each class. */
export const classForms = ['disc', 'square', 'triangle', 'diamond', 'inverted', 'star'] as const;
export type Mark = (typeof classForms)[number];

/** The corners of the forms that have some, in half-widths from the middle. */
const corners: Readonly<Record<Exclude<Mark, 'disc' | 'square'>, readonly Point[]>> = {
  triangle: [
    [0, -1.5],
    [1.35, 0.85],
    [-1.35, 0.85],
  ],
  diamond: [
    [0, -1.45],
    [1.1, 0],
    [0, 1.45],
    [-1.1, 0],
  ],
  inverted: [
    [0, 1.5],
    [-1.35, -0.85],
    [1.35, -0.85],
  ],
  star: [
    [0, -1.7],
    [0.4, -0.55],
    [1.62, -0.53],
    [0.65, 0.21],
    [1, 1.38],
    [0, 0.68],
    [-1, 1.38],
    [-0.65, 0.21],
    [-1.62, -0.53],
    [-0.4, -0.55],
  ],
};

/** A mark of half-width `radius`; all shapes have about the same area. */
export function drawMark(path: CanvasPath, mark: Mark, x: number, y: number, radius: number): void {
  if (mark === 'disc') {
    path.moveTo(x + radius, y);
    path.arc(x, y, radius, 0, 2 * Math.PI);
  } else if (mark === 'square') path.rect(x - 0.88 * radius, y - 0.88 * radius, 1.76 * radius, 1.76 * radius);
  else {
    for (const [index, [across, down]] of corners[mark].entries())
      path[index === 0 ? 'moveTo' : 'lineTo'](x + across * radius, y + down * radius);
    path.closePath();
  }
}

/** Marks are smaller where there are many. */
export const markSize = (plot: Rectangle, count: number): number =>
  Math.min(4, Math.max(1.6, 0.42 * Math.sqrt((widthOf(plot) * (plot.bottom - plot.top)) / (count + 60)) * 0.22));

/** Smallest interval around finite values, wider by a share on each side; never empty. */
export function paddedExtent(values: Iterable<number>, share: number): [low: number, high: number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (low > high) return [-1, 1];
  const pad = high > low ? share * (high - low) : 1;
  return [low - pad, high + pad];
}

/** The mean of the targets. */
export function meanTarget({ y, count }: Examples): number {
  let sum = 0;
  for (let row = 0; row < count; row++) sum += y[row];
  return sum / count;
}

/** Around all examples there are, those held out too: the first feature along one axis, `up` along the other. */
export function domainOfAll(parts: readonly (Examples | null)[], up: 'x2' | 'y'): Domain {
  const column = (name: 'x1' | 'x2' | 'y'): number[] =>
    parts.flatMap((part) => (part === null ? [] : Array.from(part[name].subarray(0, part.count))));
  return { x: paddedExtent(column('x1'), 0.08), y: paddedExtent(column(up), up === 'x2' ? 0.08 : 0.14) };
}

/** The curve of a prediction over a grid, broken where it leaves the plot by far or is not finite. */
export function drawCurve(path: CanvasPath, viewport: Viewport, x: Float64Array, y: Float64Array): void {
  const room = grow(viewport.plot, 2000);
  let isPenDown = false;
  for (let i = 0; i < x.length; i++) {
    const pixelY = viewport.y(y[i]);
    if (!(pixelY > room.top && pixelY < room.bottom)) {
      isPenDown = false;
      continue;
    }
    if (isPenDown) path.lineTo(viewport.x(x[i]), pixelY);
    else path.moveTo(viewport.x(x[i]), pixelY);
    isPenDown = true;
  }
}

/** The boundary at right angles to a direction, through 0, as a segment that spans the plot, in pixels; null for no direction. */
export function boundaryLine(
  viewport: Viewport,
  [across, up]: Point,
): readonly [x1: number, y1: number, x2: number, y2: number] | null {
  const size = Math.hypot(across, up);
  if (!(size > 0 && Number.isFinite(size))) return null;
  const { view } = viewport;
  const reach = 2 * Math.max(...[...view.x, ...view.y].map(Math.abs));
  const [alongX, alongY] = [(-up / size) * reach, (across / size) * reach];
  return [viewport.x(-alongX), viewport.y(-alongY), viewport.x(alongX), viewport.y(alongY)];
}
