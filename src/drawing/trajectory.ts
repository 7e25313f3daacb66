// The path of the weights: a line with a vertex per step and a mark per epoch, drawn from a pen that remembers where it
// stopped, so that new steps are added to what is there. What is smaller than a pixel on screen is left out.

import type { CanvasPath } from './contours.ts';
import { clipSegment, grow, isInside, type Viewport } from './viewport.ts';

/** Weights before each step and the step's epoch, one number per row. */
export interface TrajectoryRows {
  readonly w1: Float64Array;
  readonly w2: Float64Array;
  readonly epoch: Float64Array;
}

/** Where drawing stopped: all rows before `next` are on the canvas. */
export interface Pen {
  readonly next: number;
  readonly x: number;
  readonly y: number;
  readonly vertexX: number;
  readonly vertexY: number;
  readonly epoch: number;
  readonly markX: number;
  readonly markY: number;
  /** Segments drawn so far. */
  readonly segments: number;
  /** Vertices and marks drawn so far. */
  readonly dots: number;
}

const far = Number.NEGATIVE_INFINITY;
export const freshPen: Pen = {
  next: 0,
  x: far,
  y: far,
  vertexX: far,
  vertexY: far,
  epoch: 0,
  markX: far,
  markY: far,
  segments: 0,
  dots: 0,
};

/** Segments that one stroke has at most: the time to paint a line over itself grows faster than its length. */
export const segmentsPerStroke = 1000;
/** Rows at the beginning of a path of which none is left out. */
const exactRows = 4000;
/** Rows that one stroke goes through at most, so that a long path is drawn afresh in a few strokes, one a frame. */
const rowsPerStroke = 32_000;
const mostDots = 3000;

/** Row up to which the next stroke goes when all before `next` are drawn and the path has `end`. */
export const strokeEnd = (next: number, end: number): number =>
  next < exactRows ? Math.min(end, exactRows, next + segmentsPerStroke) : Math.min(end, next + rowsPerStroke);

export const vertexRadius = 1.7;
export const markRadius = 3;
const shortestSegment = 0.5;
const vertexSpacing = 5;
const markSpacing = 7;

/** How strongly a path of that many segments is drawn, so that a cloud of them still shows the surface under it. */
export const pathOpacity = (segments: number): number =>
  0.85 * Math.max(0.5, Math.min(1, (500 / Math.max(1, segments)) ** 0.2));

export interface TrajectoryPaths {
  readonly line: CanvasPath;
  readonly vertices: CanvasPath;
  readonly marks: CanvasPath;
}

const circle = (path: CanvasPath, x: number, y: number, radius: number): void => {
  path.moveTo(x + radius, y);
  path.arc(x, y, radius, 0, 2 * Math.PI);
};

/** Continues the path up to row `end`, with at most `limit` segments; returns the pen for the next time. */
export function drawTrajectory(
  { line, vertices, marks }: TrajectoryPaths,
  viewport: Viewport,
  { w1, w2, epoch }: TrajectoryRows,
  pen: Pen,
  end: number,
  limit: number,
): Pen {
  if (end <= pen.next) return pen;
  const room = grow(viewport.plot, 4);
  const stride = Math.ceil((end - pen.next) / limit);
  let { x, y, vertexX, vertexY, epoch: lastEpoch, markX, markY, segments, dots } = pen;
  let isPenDown = false;
  for (let row = Math.min(pen.next + stride, end) - 1; row < end; row = nextRow(row, stride, end)) {
    const nextX = viewport.x(w1[row]);
    const nextY = viewport.y(w2[row]);
    const isNewEpoch = epoch[row] !== lastEpoch;
    lastEpoch = epoch[row];
    if (x !== far && !isNewEpoch && Math.abs(nextX - x) + Math.abs(nextY - y) < shortestSegment) continue;
    if (x !== far) segments++;
    isPenDown = x !== far && drawSegment(line, room, x, y, nextX, nextY, isPenDown);
    x = nextX;
    y = nextY;
    // Of steps that were skipped there is no vertex to show, and in a long run's cloud none could be told apart.
    if (stride > 1 || dots >= mostDots || !isInside(room, x, y)) continue;
    if (isNewEpoch && Math.hypot(x - markX, y - markY) >= markSpacing) {
      circle(marks, x, y, markRadius);
      dots++;
      markX = vertexX = x;
      markY = vertexY = y;
    } else if (Math.hypot(x - vertexX, y - vertexY) >= vertexSpacing) {
      circle(vertices, x, y, vertexRadius);
      dots++;
      vertexX = x;
      vertexY = y;
    }
  }
  return { next: end, x, y, vertexX, vertexY, epoch: lastEpoch, markX, markY, segments, dots };
}

/** The next row to draw; the last one is always among them. */
const nextRow = (row: number, stride: number, end: number): number =>
  row === end - 1 ? end : Math.min(row + stride, end - 1);

/** Adds the visible part of a segment; says whether the path may go on from its end without lifting the pen. */
function drawSegment(
  line: CanvasPath,
  room: Parameters<typeof clipSegment>[0],
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  isPenDown: boolean,
): boolean {
  const visible = clipSegment(room, x1, y1, x2, y2);
  if (visible === null) return false;
  if (!isPenDown) line.moveTo(visible[0], visible[1]);
  line.lineTo(visible[2], visible[3]);
  return visible[2] === x2 && visible[3] === y2;
}
