// The examples in data space: marks of four shapes, lines to predictions, and the side of a boundary.

import type { Point } from '../training/vector.ts';
import type { CanvasPath } from './shape.ts';
import { grow, type Rectangle, type Viewport, widthOf } from './viewport.ts';

export type Mark = 'disc' | 'square' | 'triangle';

/** The form of each class. */
export const classForms = ['disc', 'square', 'triangle'] as const satisfies readonly Mark[];

/** A mark of half-width `radius`; all shapes have about the same area. */
export function drawMark(path: CanvasPath, mark: Mark, x: number, y: number, radius: number): void {
  if (mark === 'disc') {
    path.moveTo(x + radius, y);
    path.arc(x, y, radius, 0, 2 * Math.PI);
  } else if (mark === 'triangle') {
    path.moveTo(x, y - 1.5 * radius);
    path.lineTo(x + 1.35 * radius, y + 0.85 * radius);
    path.lineTo(x - 1.35 * radius, y + 0.85 * radius);
    path.closePath();
  } else path.rect(x - 0.88 * radius, y - 0.88 * radius, 1.76 * radius, 1.76 * radius);
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
