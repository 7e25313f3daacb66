// A path through a plane: a line, if asked with a vertex per step and a mark per epoch, drawn from a pen that remembers
// where it stopped, so that new steps are added to what is there and dashes go on where they were. What is smaller than a
// pixel on screen is left out.

import { addDisc, type CanvasPath } from './shape.ts';
import { clipSegment, grow, isInside, type Segment, type Viewport } from './viewport.ts';

/**
 * Where the path is before each step, one number per row, the epoch of the step where epochs are to be marked, and how far
 * from the plane it is where that is known.
 */
export interface PathRows {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly epoch?: Float64Array;
  readonly distance?: Float64Array | null;
}

/** The rows before `end`. */
export const firstRows = ({ x, y, epoch, distance }: PathRows, end: number): PathRows => ({
  ...{ x: x.subarray(0, end), y: y.subarray(0, end) },
  ...(epoch !== undefined && { epoch: epoch.subarray(0, end) }),
  ...(distance != null && { distance: distance.subarray(0, end) }),
});

/** Rows from places written one after the other: x, y, x, y, ... */
export const rowsOfPairs = (pairs: Float64Array): PathRows => ({
  x: Float64Array.from({ length: pairs.length / 2 }, (_, row) => pairs[2 * row]),
  y: Float64Array.from({ length: pairs.length / 2 }, (_, row) => pairs[2 * row + 1]),
});

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
  /** Segments drawn so far, and the length of what of them could be seen, in pixels: there the dashes go on. */
  readonly segments: number;
  readonly length: number;
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
  length: 0,
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

export interface PathStrokes {
  readonly line: CanvasPath;
  /** Where the dots of steps and of epochs are drawn. */
  readonly vertices: CanvasPath;
  readonly marks: CanvasPath;
}

/** Continues the path up to row `end`, with at most `limit` segments; returns the pen for the next time. */
export function drawPath(
  { line, vertices, marks }: PathStrokes,
  viewport: Viewport,
  { x: rowsX, y: rowsY, epoch }: PathRows,
  pen: Pen,
  end: number,
  limit: number = segmentsPerStroke,
): Pen {
  if (end <= pen.next) return pen;
  const room = grow(viewport.plot, 4);
  const stride = Math.ceil((end - pen.next) / limit);
  let { x, y, vertexX, vertexY, epoch: lastEpoch, markX, markY, segments, length, dots } = pen;
  let isPenDown = false;
  for (let row = Math.min(pen.next + stride, end) - 1; row < end; row = nextRow(row, stride, end)) {
    const nextX = viewport.x(rowsX[row]);
    const nextY = viewport.y(rowsY[row]);
    const epochHere = epoch?.[row] ?? lastEpoch;
    const isNewEpoch = epochHere !== lastEpoch;
    lastEpoch = epochHere;
    if (x !== far && !isNewEpoch && Math.abs(nextX - x) + Math.abs(nextY - y) < shortestSegment) continue;
    if (x !== far) {
      segments++;
      const visible = clipSegment(room, x, y, nextX, nextY);
      if (visible !== null) length += drawSegment(line, visible, isPenDown);
      isPenDown = visible !== null && visible[2] === nextX && visible[3] === nextY;
    }
    x = nextX;
    y = nextY;
    // Of steps that were skipped there is no vertex to show, and in a long run's cloud none could be told apart.
    if (stride > 1 || dots >= mostDots || !isInside(room, x, y)) continue;
    if (isNewEpoch && Math.hypot(x - markX, y - markY) >= markSpacing) {
      addDisc(marks, x, y, markRadius);
      dots++;
      markX = vertexX = x;
      markY = vertexY = y;
    } else if (Math.hypot(x - vertexX, y - vertexY) >= vertexSpacing) {
      addDisc(vertices, x, y, vertexRadius);
      dots++;
      vertexX = x;
      vertexY = y;
    }
  }
  return { next: end, x, y, vertexX, vertexY, epoch: lastEpoch, markX, markY, segments, length, dots };
}

/** The next row to draw; the last one is always among them. */
const nextRow = (row: number, stride: number, end: number): number =>
  row === end - 1 ? end : Math.min(row + stride, end - 1);

/** Adds a segment, from where the pen is unless it was lifted; returns its length. */
function drawSegment(line: CanvasPath, [x1, y1, x2, y2]: Segment, isPenDown: boolean): number {
  if (!isPenDown) line.moveTo(x1, y1);
  line.lineTo(x2, y2);
  return Math.hypot(x2 - x1, y2 - y1);
}
