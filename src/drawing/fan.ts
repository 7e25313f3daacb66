// Many runs at once: their paths as one drawing, and a band between two curves of loss.

import type { CanvasPath } from './contours.ts';
import type { Scale } from './lossCurve.ts';
import { clipSegment, grow, type Rectangle, type Viewport } from './viewport.ts';

const shortestSegment = 0.8;

/** Adds a path given as pairs of weights; what is out of view or smaller than a pixel is left out. */
export function drawMemberPath(line: CanvasPath, viewport: Viewport, pairs: Float64Array): void {
  const room = grow(viewport.plot, 4);
  let [x, y] = [viewport.x(pairs[0]), viewport.y(pairs[1])];
  for (let at = 2; at < pairs.length; at += 2) {
    const [nextX, nextY] = [viewport.x(pairs[at]), viewport.y(pairs[at + 1])];
    if (Math.abs(nextX - x) + Math.abs(nextY - y) < shortestSegment) continue;
    const visible = clipSegment(room, x, y, nextX, nextY);
    if (visible !== null) {
      line.moveTo(visible[0], visible[1]);
      line.lineTo(visible[2], visible[3]);
    }
    [x, y] = [nextX, nextY];
  }
}

/** The area between `lower` and `upper` over the clock; what is not finite lies just above the plot. */
export function drawBand(
  area: CanvasPath,
  plot: Rectangle,
  x: Scale,
  y: Scale,
  clock: Float64Array,
  lower: Float64Array,
  upper: Float64Array,
): void {
  const pixel = (value: number): number =>
    Number.isFinite(value) ? Math.max(plot.top - 3, Math.min(plot.bottom, y(value))) : plot.top - 3;
  for (let point = 0; point < clock.length; point++)
    if (point === 0) area.moveTo(x(clock[0]), pixel(upper[0]));
    else area.lineTo(x(clock[point]), pixel(upper[point]));
  for (let point = clock.length - 1; point >= 0; point--) area.lineTo(x(clock[point]), pixel(lower[point]));
  area.closePath();
}
