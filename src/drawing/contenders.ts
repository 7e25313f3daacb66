// Runs side by side: the line pattern of each, its path drawn from a pen that remembers where it stopped, so that dashes
// go on where they were, and its loss over the shared clock.

import type { CanvasPath } from './contours.ts';
import { segmentsPerStroke } from './trajectory.ts';
import { clipSegment, grow, type Rectangle, type Viewport } from './viewport.ts';

/** Dashes and gaps in pixels, so that lines are told apart without their colours; the first is solid. */
export const linePatterns: readonly (readonly number[])[] = [[], [7, 4], [2, 3], [10, 3, 2, 3]];

/** Where drawing stopped: all rows before `next` are on the canvas. */
export interface PathPen {
  readonly next: number;
  readonly x: number;
  readonly y: number;
  /** Pixels drawn so far, at which the dashes go on. */
  readonly length: number;
}

export const restingPen: PathPen = { next: 0, x: Number.NaN, y: Number.NaN, length: 0 };

const shortestSegment = 0.6;

/**
 * Adds rows `pen.next` to `end` of a path to `line`; of too many, every n-th. What is smaller than a pixel, or out of
 * view, is left out.
 */
export function drawPath(
  line: CanvasPath,
  viewport: Viewport,
  w1: Float64Array,
  w2: Float64Array,
  pen: PathPen,
  end: number,
): PathPen {
  if (end <= pen.next) return pen;
  const room = grow(viewport.plot, 4);
  const stride = Math.max(1, Math.ceil((end - pen.next) / segmentsPerStroke));
  let { x, y, length } = pen;
  let isPenDown = false;
  const visit = (row: number): void => {
    const [nextX, nextY] = [viewport.x(w1[row]), viewport.y(w2[row])];
    const isFirst = Number.isNaN(x);
    if (!isFirst && Math.abs(nextX - x) + Math.abs(nextY - y) < shortestSegment) return;
    const visible = isFirst ? null : clipSegment(room, x, y, nextX, nextY);
    if (visible !== null) {
      if (!isPenDown) line.moveTo(visible[0], visible[1]);
      line.lineTo(visible[2], visible[3]);
      length += Math.hypot(visible[2] - visible[0], visible[3] - visible[1]);
    }
    isPenDown = visible !== null && visible[2] === nextX && visible[3] === nextY;
    x = nextX;
    y = nextY;
  };
  for (let row = pen.next; row < end - 1; row += stride) visit(row);
  visit(end - 1);
  return { next: end, x, y, length };
}

/** Places for labels of the given heights, in their order from the top, at least `spacing` apart and inside the plot. */
export function spreadLabels(heights: readonly number[], spacing: number, plot: Rectangle): number[] {
  const order = heights.map((_, index) => index).sort((a, b) => heights[a] - heights[b] || a - b);
  const placed = [...heights];
  let floor = plot.top + spacing / 2;
  for (const index of order) {
    placed[index] = Math.max(heights[index], floor);
    floor = placed[index] + spacing;
  }
  let ceiling = plot.bottom - spacing / 2;
  for (const index of order.reverse()) {
    placed[index] = Math.min(placed[index], ceiling);
    ceiling = placed[index] - spacing;
  }
  return placed;
}
