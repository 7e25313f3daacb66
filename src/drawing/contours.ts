// Isolines of the loss surface as they are drawn in a viewport, and where along them their levels are written.

import type { TracedLine } from '../training/run/remoteTrainer.ts';
import { powerText } from './scale.ts';
import type { CanvasPath } from './shape.ts';
import { grow, isInside, type Viewport, widthOf } from './viewport.ts';

/** Levels from here on are written as a digit and a power of ten. */
const longLevel = 1e5;

/** A level of `contourLevels` in just as many digits as it has, at most eight. */
export function levelText(level: number): string {
  const shown = Number(level.toPrecision(8));
  return (shown >= longLevel ? powerText(shown) : String(shown)).replaceAll('-', '−');
}

export function drawIsolines(path: CanvasPath, viewport: Viewport, isolines: readonly TracedLine[]): void {
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

/** An isoline, its level written. */
export interface NamedLine extends TracedLine {
  readonly text: string;
}

/**
 * One label for each level that has a straight enough stretch inside the plot, away from the labels before it.
 * `measure` gives a text's width in pixels.
 */
export function placeLineLabels(
  isolines: readonly NamedLine[],
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
