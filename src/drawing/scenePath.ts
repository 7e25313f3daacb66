// The path of a run in the plane, as marks: a stroke at a time from a pen that remembers where it stopped.

import type { Point } from '../training/vector.ts';
import type { Colour, Layer, Mark } from './marks.ts';
import { drawPath, freshPen, type PathRows, type Pen, pathOpacity, segmentsPerStroke, strokeEnd } from './path.ts';
import { lineShape, Shape } from './shape.ts';
import { clipSegment, type Segment, type Viewport } from './viewport.ts';

export interface PathStyle {
  readonly colour: Colour;
  readonly width: number;
  readonly dash?: readonly number[];
  readonly hasRoundEnds?: boolean;
  /** Whether each step has a vertex and each epoch a mark. */
  readonly hasDots?: boolean;
}

/** The page's own run. */
export const ownPath: PathStyle = { colour: 'weights', width: 1.1, hasDots: true };

export interface Stroke {
  readonly marks: readonly Mark[];
  readonly pen: Pen;
}

/**
 * The path from where the pen is to row `end`, the paler the farther from the plane it is.
 * @param limit segments of a stretch of one strength, at most
 */
export function pathStroke(
  viewport: Viewport,
  rows: PathRows,
  from: Pen,
  end: number,
  style: PathStyle,
  limit: number = segmentsPerStroke,
): Stroke {
  const marks: Mark[] = [];
  let pen = from;
  const block = Math.ceil((end - from.next) / mostStretches);
  while (pen.next < end) {
    const { to, opacity } = stretchFrom(viewport, rows, pen.next, end, block);
    const stretch = stretchStroke(viewport, rows, pen, to, style, limit);
    marks.push(...(opacity < 1 ? stretch.marks.map((mark) => ({ ...mark, opacity })) : stretch.marks));
    pen = stretch.pen;
  }
  return { marks, pen };
}

/** Stretches of one strength in a stroke, at most. */
const mostStretches = 64;

/** The stretch from row `from` on that is drawn in one strength: all of it where distances are not known. */
function stretchFrom(
  { view }: Viewport,
  { distance }: PathRows,
  from: number,
  end: number,
  block: number,
): { readonly to: number; readonly opacity: number } {
  if (distance == null) return { to: end, opacity: 1 };
  const near = (view.x[1] - view.x[0]) / 4;
  const opacityAt = (row: number): number => Math.max(1, Math.round((4 * near) / (near + distance[row]))) / 4;
  const opacity = opacityAt(from);
  let to = Math.min(end, from + block);
  while (to < end && opacityAt(to) === opacity) to = Math.min(end, to + block);
  return { to, opacity };
}

function stretchStroke(
  viewport: Viewport,
  rows: PathRows,
  from: Pen,
  end: number,
  style: PathStyle,
  limit: number,
): Stroke {
  const [line, vertices, dots] = [new Shape(), new Shape(), new Shape()];
  const pen = drawPath({ line, vertices, marks: dots }, viewport, rows, from, end, limit);
  const { colour, width, dash, hasRoundEnds = false, hasDots = false } = style;
  const marks: Mark[] = [
    {
      ...{ kind: 'shape', shape: line, stroke: colour, width, hasRoundEnds },
      ...(dash !== undefined && { dash, dashFrom: from.length }),
    },
  ];
  if (hasDots)
    marks.push(
      { kind: 'shape', shape: vertices, fill: colour },
      { kind: 'shape', shape: dots, fill: 'paper', stroke: colour, width: 1.4 },
    );
  return { marks: marks.filter((mark) => mark.kind !== 'shape' || !mark.shape.isEmpty), pen };
}

/** All of a path, drawn as a page does in many frames. */
export function pathLayer(viewport: Viewport, rows: PathRows, style: PathStyle, strength = 1): Layer {
  const marks: Mark[] = [];
  let pen = freshPen;
  while (pen.next < rows.x.length) {
    const stroke = pathStroke(viewport, rows, pen, strokeEnd(pen.next, rows.x.length), style);
    marks.push(...stroke.marks);
    pen = stroke.pen;
  }
  return { marks, opacity: strength * (style.hasDots ? pathOpacity(pen.segments) : 1) };
}

/** From the last row of a path to where it leads; null where none of that is in view. */
export function pathEnd({ plot, x, y }: Viewport, rows: PathRows, end: number, [across, up]: Point): Segment | null {
  return end < 1 ? null : clipSegment(plot, x(rows.x[end - 1]), y(rows.y[end - 1]), x(across), y(up));
}

/** The last stretch, which no row of the log has yet. */
export const pathEndMark = (ends: Segment, { colour, width, dash }: PathStyle, id: string): Mark => ({
  ...{ kind: 'shape', shape: lineShape(ends), stroke: colour, width, opacity: 0.85, id },
  ...(dash !== undefined && { dash }),
});
