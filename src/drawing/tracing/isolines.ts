// Isolines of the loss surface: levels spaced geometrically above the minimum, traced once per surface by marching squares.
// Runs where the trainer does; the page draws what it is handed.

import type { LossSurface } from '../../training/objective/lossSurface.ts';
import type { TracedLine } from '../../training/run/remoteTrainer.ts';
import { joinedSides, left, right, top } from './cellSides.ts';
import type { LossScale } from './lossScale.ts';

/** Levels of the full loss, and of the loss of a mini-batch drawn over it. */
export const levelCount = 10;
export const batchLevelCount = 8;

/** Levels whose height above the minimum grows by a constant factor, rounded so that their labels are exact. */
export function contourLevels(scale: Omit<LossScale, 'share'>, count: number): readonly number[] {
  const span = scale.maximum - scale.minimum;
  if (!(span > 0 && Number.isFinite(span))) return [];
  const lowest = Math.min(scale.lowestLine, span / 4);
  const factor = (span / lowest) ** (1 / count);
  const levels: number[] = [];
  for (let k = 0; k < count; k++) {
    const level = roundLevel(scale.minimum, lowest * factor ** k);
    if (levels.length === 0 || level > levels[levels.length - 1]) levels.push(level);
  }
  return levels;
}

/** minimum + height in the fewest significant digits that move the height by at most an eighth. */
function roundLevel(minimum: number, height: number): number {
  const exact = minimum + height;
  for (let digits = 1; digits < 8; digits++) {
    const level = Number(exact.toPrecision(digits));
    if (Math.abs(level - exact) <= height / 8) return level;
  }
  return exact;
}

/** A surface whose values are finite. */
type Heights = Pick<LossSurface, 'columns' | 'rows' | 'domain'> & { readonly values: Float64Array };

/** Isolines over all of the surface, of rising levels. What is not finite is as high as the highest. */
export function traceIsolines(surface: LossSurface, levels: readonly number[]): TracedLine[] {
  const { columns, rows, domain, maximum } = surface;
  const values = Float64Array.from(surface.values);
  for (let i = 0; i < values.length; i++) if (!Number.isFinite(values[i])) values[i] = maximum;
  const heights = { columns, rows, domain, values };
  const cells = crossedCells(heights, levels);
  const neighbours = new Int32Array(4 * columns * rows).fill(-1);
  const visited = new Uint8Array(2 * columns * rows);
  return levels.map((level, k) => {
    const crossed = joinEdges(heights, level, cells[k], neighbours);
    const lines = linesThrough(heights, level, crossed, neighbours, visited);
    for (const edge of crossed) {
      neighbours[2 * edge] = neighbours[2 * edge + 1] = -1;
      visited[edge] = 0;
    }
    return { level, lines };
  });
}

/** For each of the rising levels the cells that its isoline crosses, by their lower left sample. */
function crossedCells({ columns, rows, values }: Heights, levels: readonly number[]): readonly (readonly number[])[] {
  const cells: number[][] = levels.map(() => []);
  for (let row = 0; row + 1 < rows; row++)
    for (let at = row * columns; at + 1 < (row + 1) * columns; at++) {
      const [a, b, c, d] = [values[at], values[at + 1], values[at + columns], values[at + columns + 1]];
      const lowest = Math.min(a, b, c, d);
      const highest = Math.max(a, b, c, d);
      for (let k = 0; k < levels.length && levels[k] <= highest; k++) if (levels[k] > lowest) cells[k].push(at);
    }
  return cells;
}

/**
 * Joins the crossings of an isoline with the edges of the grid, in `neighbours`: two for each edge, -1 for none. Edges are
 * numbered: twice a sample for the edge to the sample on its right, one more for the edge to the sample above it. Returns
 * the edges that are crossed.
 */
function joinEdges(
  { columns, values }: Heights,
  level: number,
  cells: readonly number[],
  neighbours: Int32Array,
): readonly number[] {
  const crossed: number[] = [];
  const join = (from: number, to: number): void => {
    const isNew = neighbours[2 * from] < 0;
    if (isNew) crossed.push(from);
    neighbours[2 * from + (isNew ? 0 : 1)] = to;
  };
  for (const at of cells) {
    const sides = joinedSides(level, values[at], values[at + 1], values[at + columns], values[at + columns + 1]);
    for (let i = 0; i < sides.length; i += 2) {
      const from = edgeOf(sides[i], at, columns);
      const to = edgeOf(sides[i + 1], at, columns);
      join(from, to);
      join(to, from);
    }
  }
  return crossed;
}

const edgeOf = (side: number, at: number, columns: number): number =>
  2 * (at + (side === right ? 1 : side === top ? columns : 0)) + (side === left || side === right ? 1 : 0);

/** Lines from edge to edge, of all that are joined. Those that end at the border first: what is left then goes round. */
function linesThrough(
  heights: Heights,
  level: number,
  crossed: readonly number[],
  neighbours: Int32Array,
  visited: Uint8Array,
): Float64Array<ArrayBuffer>[] {
  const lines: Float64Array<ArrayBuffer>[] = [];
  const isEnd = (edge: number): boolean => neighbours[2 * edge + 1] < 0;
  const isNext = (edge: number): boolean => edge >= 0 && visited[edge] === 0;
  for (const start of [...crossed.filter(isEnd), ...crossed]) {
    if (visited[start] === 1) continue;
    const edges = [start];
    visited[start] = 1;
    for (let edge = start; ; ) {
      const next = neighbours[2 * edge + (isNext(neighbours[2 * edge]) ? 0 : 1)];
      if (!isNext(next)) break;
      visited[next] = 1;
      edges.push(next);
      edge = next;
    }
    lines.push(isEnd(start) ? openLine(heights, level, edges) : pointsOf(heights, level, [...edges, start]));
  }
  return lines;
}

function pointsOf(
  { columns, rows, values, domain }: Heights,
  level: number,
  edges: readonly number[],
): Float64Array<ArrayBuffer> {
  const points = new Float64Array(2 * edges.length);
  for (let i = 0; i < edges.length; i++) {
    const edge = edges[i];
    const at = edge >> 1;
    const isUp = edge % 2 === 1;
    const share = (level - values[at]) / (values[at + (isUp ? columns : 1)] - values[at]);
    const column = (at % columns) + (isUp ? 0 : share);
    const row = Math.floor(at / columns) + (isUp ? share : 0);
    points[2 * i] = domain.x[0] + ((column + 0.5) / columns) * (domain.x[1] - domain.x[0]);
    points[2 * i + 1] = domain.y[0] + ((row + 0.5) / rows) * (domain.y[1] - domain.y[0]);
  }
  return points;
}

/** Samples lie in the middle of what they stand for: a line that ends on the outermost goes on to the border as it came. */
function openLine(heights: Heights, level: number, edges: readonly number[]): Float64Array<ArrayBuffer> {
  const points = pointsOf(heights, level, edges);
  const last = points.length - 2;
  const before = Math.max(0, last - 2);
  return Float64Array.from([
    ...onBorder(heights, edges[0], points.subarray(0, 2), points.subarray(Math.min(2, last))),
    ...points,
    ...onBorder(heights, edges[edges.length - 1], points.subarray(last), points.subarray(before)),
  ]);
}

/** Where a line leaves that ends on `edge`, at `end`, and comes from `from`; sideways by a sample at most. */
function onBorder(
  { columns, rows, domain }: Heights,
  edge: number,
  end: Float64Array,
  from: Float64Array,
): readonly [x: number, y: number] {
  const [column, row] = [(edge >> 1) % columns, Math.floor((edge >> 1) / columns)];
  const [across, along] = edge % 2 === 1 ? [0, 1] : [1, 0];
  const border = across === 0 ? domain.x[column === 0 ? 0 : 1] : domain.y[row === 0 ? 0 : 1];
  const [low, high] = along === 0 ? domain.x : domain.y;
  const sample = (high - low) / (along === 0 ? columns : rows);
  const slope = (end[along] - from[along]) / (end[across] - from[across]);
  const shift = Number.isFinite(slope) ? slope * (border - end[across]) : 0;
  const place = end[along] + Math.max(-sample, Math.min(sample, shift));
  const there = Math.max(low, Math.min(high, place));
  return across === 0 ? [border, there] : [there, border];
}
