// Isolines of the loss surface: levels spaced geometrically above the minimum, traced once per surface by marching
// squares, drawn in any viewport, and labelled along the lines.

import type { LossSurface } from '../training/objective/lossSurface.ts';
import { joinedSides, left, right, top } from './marchingSquares.ts';
import { powerText } from './scale.ts';
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

/** Levels from here on are written as a digit and a power of ten. */
const longLevel = 1e5;

/** minimum + height in the fewest significant digits that move the height by at most an eighth. */
function roundLevel(minimum: number, height: number): { level: number; text: string } {
  const exact = minimum + height;
  for (let digits = 1; digits < 8; digits++) {
    const level = Number(exact.toPrecision(digits));
    if (Math.abs(level - exact) <= height / 8) return { level, text: levelText(level) };
  }
  return { level: exact, text: levelText(Number(exact.toPrecision(8))) };
}

const levelText = (level: number): string =>
  (level >= longLevel ? powerText(level) : String(level)).replaceAll('-', '−');

/** Isolines over all of the surface. What is not finite is as high as the highest. */
export function traceIsolines(surface: LossSurface, levels: readonly { level: number; text: string }[]): Isoline[] {
  const values = surface.values.map((loss) => (Number.isFinite(loss) ? loss : surface.maximum));
  return levels.map(({ level, text }) => ({ level, text, lines: linesAt({ ...surface, values }, level) }));
}

/**
 * The isoline of one level as lines through its crossings with the edges of the grid, numbered: twice a sample for the edge
 * to the sample on its right, one more for the edge to the sample above it.
 */
function linesAt(surface: LossSurface, level: number): Float64Array[] {
  const { columns, rows, values } = surface;
  const neighbours = new Int32Array(4 * columns * rows).fill(-1);
  const crossed: number[] = [];
  const join = (from: number, to: number): void => {
    if (neighbours[2 * from] < 0) crossed.push(from);
    neighbours[2 * from + (neighbours[2 * from] < 0 ? 0 : 1)] = to;
  };
  for (let row = 0; row + 1 < rows; row++)
    for (let column = 0; column + 1 < columns; column++) {
      const at = row * columns + column;
      const sides = joinedSides(level, values[at], values[at + 1], values[at + columns], values[at + columns + 1]);
      for (let i = 0; i < sides.length; i += 2) {
        const [from, to] = [edgeOf(sides[i], at, columns), edgeOf(sides[i + 1], at, columns)];
        join(from, to);
        join(to, from);
      }
    }
  const isEnd = (edge: number): boolean => neighbours[2 * edge + 1] < 0;
  const visited = new Uint8Array(2 * columns * rows);
  // Lines that end at the border first: what is left then goes round.
  return [...crossed.filter(isEnd), ...crossed].flatMap((start) => {
    if (visited[start] === 1) return [];
    const edges = [start];
    visited[start] = 1;
    for (let edge = start; ; ) {
      const next = [neighbours[2 * edge], neighbours[2 * edge + 1]].find((other) => other >= 0 && visited[other] === 0);
      if (next === undefined) break;
      visited[next] = 1;
      edges.push(next);
      edge = next;
    }
    return [isEnd(start) ? openLine(surface, level, edges) : pointsOf(surface, level, [...edges, start])];
  });
}

const edgeOf = (side: number, at: number, columns: number): number =>
  2 * (at + (side === right ? 1 : side === top ? columns : 0)) + (side === left || side === right ? 1 : 0);

function pointsOf(surface: LossSurface, level: number, edges: readonly number[]): Float64Array {
  const { columns, rows, values, domain } = surface;
  const points = new Float64Array(2 * edges.length);
  for (const [i, edge] of edges.entries()) {
    const at = edge >> 1;
    const isUp = edge % 2 === 1;
    const share = (level - values[at]) / (values[at + (isUp ? columns : 1)] - values[at]);
    const [column, row] = [(at % columns) + (isUp ? 0 : share), Math.floor(at / columns) + (isUp ? share : 0)];
    points[2 * i] = domain.x[0] + ((column + 0.5) / columns) * (domain.x[1] - domain.x[0]);
    points[2 * i + 1] = domain.y[0] + ((row + 0.5) / rows) * (domain.y[1] - domain.y[0]);
  }
  return points;
}

/** Samples lie in the middle of what they stand for: a line that ends on the outermost goes on to the border. */
function openLine(surface: LossSurface, level: number, edges: readonly number[]): Float64Array {
  const { columns, domain } = surface;
  const points = pointsOf(surface, level, edges);
  const border = (edge: number, at: number): readonly [x: number, y: number] => {
    const [column, row] = [(edge >> 1) % columns, Math.floor((edge >> 1) / columns)];
    const [x, y] = [points[at], points[at + 1]];
    return edge % 2 === 1 ? [domain.x[column === 0 ? 0 : 1], y] : [x, domain.y[row === 0 ? 0 : 1]];
  };
  const last = edges[edges.length - 1];
  return Float64Array.from([...border(edges[0], 0), ...points, ...border(last, points.length - 2)]);
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
