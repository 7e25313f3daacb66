// Isolines of the loss surface: levels spaced geometrically above the minimum, traced once per surface by d3's marching
// squares, drawn in any viewport, and labelled along the lines.

import { contours } from 'd3';
import type { LossSurface } from '../training/objective/lossSurface.ts';
import type { CanvasPath } from './shape.ts';
import type { LossScale } from './surface.ts';
import { grow, isInside, type Viewport, widthOf } from './viewport.ts';

export interface Isoline {
  readonly level: number;
  /** The level in just as many digits as it has. */
  readonly text: string;
  /** Open lines as w1, w2, w1, w2, ... */
  readonly lines: readonly Float64Array[];
}

/** Levels of the full loss, and of the loss of a mini-batch drawn over it. */
export const levelCount = 10;
export const batchLevelCount = 8;

/** Levels whose height above the minimum grows by a constant factor, rounded so that their labels are exact. */
export function contourLevels(scale: LossScale, count: number): { level: number; text: string }[] {
  const span = scale.maximum - scale.minimum;
  if (!(span > 0 && Number.isFinite(span))) return [];
  const lowest = Math.min(scale.lowestLine, span / 4);
  const factor = (span / lowest) ** (1 / count);
  const levels: { level: number; text: string }[] = [];
  for (let k = 0; k < count; k++) {
    const rounded = roundLevel(scale.minimum, lowest * factor ** k);
    if (levels.length === 0 || rounded.level > levels[levels.length - 1].level) levels.push(rounded);
  }
  return levels;
}

/** minimum + height in the fewest significant digits that move the height by at most an eighth. */
function roundLevel(minimum: number, height: number): { level: number; text: string } {
  const exact = minimum + height;
  for (let digits = 1; digits < 8; digits++) {
    const level = Number(exact.toPrecision(digits));
    if (Math.abs(level - exact) <= height / 8) return { level, text: levelText(level) };
  }
  return { level: exact, text: levelText(Number(exact.toPrecision(8))) };
}

const levelText = (level: number): string => String(level).replaceAll('-', '−');

export function traceIsolines(surface: LossSurface, levels: readonly { level: number; text: string }[]): Isoline[] {
  const { columns, rows, domain } = surface;
  const ceiling = surface.maximum;
  const values = Array.from(surface.values, (loss) => (Number.isFinite(loss) ? loss : ceiling));
  const trace = contours().size([columns, rows]);
  const stepX = (domain.x[1] - domain.x[0]) / columns;
  const stepY = (domain.y[1] - domain.y[0]) / rows;
  return levels.map(({ level, text }) => {
    const lines: Float64Array[] = [];
    for (const polygon of trace.contour(values, level).coordinates)
      for (const ring of polygon) lines.push(...openLines(ring, columns, rows));
    for (const line of lines) {
      for (let i = 0; i < line.length; i += 2) {
        line[i] = domain.x[0] + line[i] * stepX;
        line[i + 1] = domain.y[0] + line[i + 1] * stepY;
      }
    }
    return { level, text, lines };
  });
}

/** d3 closes every area along the grid's border; an isoline ends there. Cuts the ring's border stretches out. */
function openLines(ring: readonly (readonly number[])[], columns: number, rows: number): Float64Array[] {
  const lines: Float64Array[] = [];
  let current: number[] = [];
  const finish = (): void => {
    // A single stretch only cuts a corner of the grid.
    if (current.length > 4) lines.push(Float64Array.from(current));
    current = [];
  };
  for (let i = 0; i + 1 < ring.length; i++) {
    const [x1, y1] = ring[i];
    const [x2, y2] = ring[i + 1];
    const isBorder = (x1 === x2 && (x1 === 0 || x1 === columns)) || (y1 === y2 && (y1 === 0 || y1 === rows));
    if (isBorder) finish();
    else if (current.length === 0) current.push(x1, y1, x2, y2);
    else current.push(x2, y2);
  }
  finish();
  return lines;
}

export function drawIsolines(path: CanvasPath, viewport: Viewport, isolines: readonly Isoline[]): void {
  for (const { lines } of isolines) {
    for (const line of lines) {
      path.moveTo(viewport.x(line[0]), viewport.y(line[1]));
      for (let i = 2; i < line.length; i += 2) path.lineTo(viewport.x(line[i]), viewport.y(line[i + 1]));
    }
  }
}

export interface LineLabel {
  readonly text: string;
  readonly level: number;
  readonly x: number;
  readonly y: number;
  /** Along the line, never upside down, radians. */
  readonly angle: number;
  readonly width: number;
}

const clearance = 14;
const labelHeight = 12;

/**
 * One label for each level that has a straight enough stretch inside the plot, away from the labels before it.
 * `measure` gives a text's width in pixels.
 */
export function placeLineLabels(
  isolines: readonly Isoline[],
  viewport: Viewport,
  measure: (text: string) => number,
): LineLabel[] {
  const placed: LineLabel[] = [];
  const minimumDistance = Math.max(34, 0.1 * widthOf(viewport.plot));
  for (const { level, text, lines } of isolines) {
    const width = measure(text);
    let best: LineLabel | null = null;
    let bestCost = Number.POSITIVE_INFINITY;
    for (const line of lines) {
      for (const candidate of stretches(line, viewport, width)) {
        const distance = placed.reduce(
          (nearest, other) =>
            Math.min(nearest, Math.hypot(candidate.x - other.x, candidate.y - other.y) - (width + other.width) / 2),
          Number.POSITIVE_INFINITY,
        );
        if (distance < minimumDistance / 2) continue;
        const cost = candidate.bend + 0.6 * Math.abs(candidate.angle) - Math.min(distance, 3 * minimumDistance) / 400;
        if (cost >= bestCost) continue;
        bestCost = cost;
        best = { text, level, width, x: candidate.x, y: candidate.y, angle: candidate.angle };
      }
    }
    if (best !== null) placed.push(best);
  }
  return placed;
}

/** Stretches of a line about as long as a label, with how far each bends from straight (0 is straight). */
function stretches(
  line: Float64Array,
  viewport: Viewport,
  width: number,
): { x: number; y: number; angle: number; bend: number }[] {
  const found: { x: number; y: number; angle: number; bend: number }[] = [];
  const room = grow(viewport.plot, -clearance);
  const length = width + labelHeight;
  let start = 0;
  while (start + 4 <= line.length) {
    let arc = 0;
    let end = start;
    while (arc < length && end + 4 <= line.length) {
      arc += Math.hypot(
        (line[end + 2] - line[end]) * viewport.scaleX,
        (line[end + 3] - line[end + 1]) * viewport.scaleY,
      );
      end += 2;
    }
    if (arc < length) break;
    const [x1, y1] = [viewport.x(line[start]), viewport.y(line[start + 1])];
    const [x2, y2] = [viewport.x(line[end]), viewport.y(line[end + 1])];
    const bend = arc / Math.hypot(x2 - x1, y2 - y1) - 1;
    const angle = Math.atan((y2 - y1) / (x2 - x1 || 1e-9));
    const middle = 2 * Math.round((start + end) / 4);
    const [x, y] = [viewport.x(line[middle]), viewport.y(line[middle + 1])];
    if (bend < 0.06 && isInside(room, x1, y1) && isInside(room, x2, y2)) found.push({ x, y, angle, bend: 8 * bend });
    start = Math.max(start + 2, middle);
  }
  return found;
}

/** Writes the labels; `background` is the colour that lets the line pause behind the text. */
export function drawLineLabels(
  context: CanvasRenderingContext2D,
  labels: readonly LineLabel[],
  colour: string,
  background: (level: number) => string,
): void {
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = 4;
  for (const { text, level, x, y, angle } of labels) {
    context.save();
    context.translate(x, y);
    context.rotate(angle);
    context.strokeStyle = background(level);
    context.strokeText(text, 0, 0);
    context.fillStyle = colour;
    context.fillText(text, 0, 0);
    context.restore();
  }
}
