// Arrows and the places of their labels, in pixels.

import { quietLength } from '../training/run/rest.ts';
import type { Weights } from '../training/vector.ts';
import type { CanvasPath } from './contours.ts';
import { clipSegment, grow, heightOf, type Rectangle, type Viewport, widthOf } from './viewport.ts';

export interface ArrowShape {
  readonly headLength: number;
  readonly headWidth: number;
}

/** Shares of the plot's shorter side that the longer gradient arrow takes at most, and at least, so that it can be seen. */
const longestShare = 0.3;
const shortestShare = 0.12;
/** Share that an arrow as long as the surface's mean gradient takes. */
const typicalShare = 0.2;

/**
 * The factor by which all `gradients` are multiplied before they are drawn like vectors of weights: `meanLength` pixels,
 * the mean over the surface, become a fifth of the plot's shorter side, unless the longest would leave its bounds.
 * 0, and so no arrows, where all of them are as short as when a run has converged.
 */
export function gradientScale(viewport: Viewport, gradients: readonly Weights[], meanLength: number): number {
  if (gradients.every(([g1, g2]) => Math.hypot(g1, g2) <= quietLength)) return 0;
  const side = Math.min(widthOf(viewport.plot), heightOf(viewport.plot));
  const longest = Math.max(...gradients.map(([g1, g2]) => Math.hypot(g1 * viewport.scaleX, g2 * viewport.scaleY)));
  if (!(longest > 0 && Number.isFinite(longest))) return 0;
  const typical = meanLength > 0 ? (typicalShare * longest) / meanLength : longestShare;
  return (Math.min(longestShare, Math.max(shortestShare, typical)) * side) / longest;
}

/** Pixels right and down of -scale * gradient: the arrow points downhill, as the weights would move. */
export const downhill = (viewport: Viewport, [g1, g2]: Weights, scale: number): readonly [dx: number, dy: number] => [
  -scale * g1 * viewport.scaleX,
  scale * g2 * viewport.scaleY,
];

/** The shaft, ending inside the head, and the head, its tip exactly at (x2, y2). An arrow shorter than its head is only head. */
export function drawArrow(
  shaft: CanvasPath,
  head: CanvasPath,
  [x1, y1, x2, y2]: readonly [number, number, number, number],
  shape: ArrowShape,
): void {
  const length = Math.hypot(x2 - x1, y2 - y1);
  if (!(length > 0)) return;
  const [alongX, alongY] = [(x2 - x1) / length, (y2 - y1) / length];
  const headLength = Math.min(shape.headLength, length);
  const half = ((shape.headWidth / 2) * headLength) / shape.headLength;
  const [baseX, baseY] = [x2 - alongX * headLength, y2 - alongY * headLength];
  if (length > headLength) {
    shaft.moveTo(x1, y1);
    shaft.lineTo(baseX + alongX * 0.5, baseY + alongY * 0.5);
  }
  head.moveTo(x2, y2);
  head.lineTo(baseX - alongY * half, baseY + alongX * half);
  head.lineTo(baseX + alongY * half, baseY - alongX * half);
  head.closePath();
}

export interface LabelRequest {
  readonly width: number;
  readonly height: number;
  /** The point that the label names, and the direction in which it should stand from there. */
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  readonly dy: number;
}

type Line = readonly [number, number, number, number];

const distances = [9, 20, 34];
const turns = [0, 0.5, -0.5, 1, -1, 1.6, -1.6, 2.3, -2.3, Math.PI];

/** Pixels between two labels. */
const labelGap = 4;

const overlaps = (a: Rectangle, b: Rectangle): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/**
 * A rectangle for each label, in the order given: inside `plot`, off each other, and where it can be off `lines` and
 * nearest to its own tip; null where no place is left. The nearest and straightest place beyond the tip is tried first.
 */
export function placeLabels(
  labels: readonly LabelRequest[],
  plot: Rectangle,
  lines: readonly Line[],
): (Rectangle | null)[] {
  const placed: Rectangle[] = [];
  return labels.map((label) => {
    let best: Rectangle | null = null;
    let bestCost = Infinity;
    for (const [farther, distance] of distances.entries()) {
      for (const [rank, turn] of turns.entries()) {
        const box = labelBox(label, Math.atan2(label.dy, label.dx) + turn, distance);
        if (box.left < plot.left || box.right > plot.right || box.top < plot.top || box.bottom > plot.bottom) continue;
        if (placed.some((other) => overlaps(grow(box, labelGap), other))) continue;
        const crossed = lines.filter((line) => clipSegment(box, ...line) !== null).length;
        const own = distanceTo(box, label);
        const mistaken = labels.filter((other) => other !== label && distanceTo(box, other) <= own).length;
        const cost = rank + 4 * farther + 12 * crossed + 10 * mistaken;
        if (cost < bestCost) [best, bestCost] = [box, cost];
      }
    }
    if (best !== null) placed.push(best);
    return best;
  });
}

/** Pixels from a box to a label's point; 0 inside. */
const distanceTo = (box: Rectangle, { x, y }: LabelRequest): number =>
  Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));

/** The label's box pushed from its point in a direction until `distance` pixels lie between them. */
function labelBox({ x, y, width, height }: LabelRequest, angle: number, distance: number): Rectangle {
  const [alongX, alongY] = [Math.cos(angle), Math.sin(angle)];
  const reach = Math.min(width / 2 / Math.max(Math.abs(alongX), 1e-6), height / 2 / Math.max(Math.abs(alongY), 1e-6));
  const [middleX, middleY] = [x + alongX * (reach + distance), y + alongY * (reach + distance)];
  return {
    left: middleX - width / 2,
    right: middleX + width / 2,
    top: middleY - height / 2,
    bottom: middleY + height / 2,
  };
}
