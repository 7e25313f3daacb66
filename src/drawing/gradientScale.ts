// The one scale to which all gradients of a run are drawn, until the view changes: it follows from the surface in view and
// from where such runs begin, and from no step.

import type { LossSurface } from '../training/objective/lossSurface.ts';
import type { Point } from '../training/vector.ts';
import { heightOf, isInside, type Viewport, widthOf } from './viewport.ts';

/** Shares of the plot's shorter side: of the surface's usual gradient, and of that where runs begin, at most. */
const usualShare = 0.35;
const startShare = 0.45;
/** About so many samples of the gradient along each axis, however fine the surface is. */
const samples = 32;

/**
 * The factor by which gradients are multiplied before they are drawn like vectors of the plane: 1, 2, or 5 times a power
 * of ten. Half of the surface is steeper than its usual gradient. 0, and so no arrows, where the surface has no slope.
 */
export function gradientScale(viewport: Viewport, surface: LossSurface | null, start: Point): number {
  if (surface === null) return 0;
  const { plot } = viewport;
  const side = Math.min(widthOf(plot), heightOf(plot));
  const atStart = isInside(plot, viewport.x(start[0]), viewport.y(start[1])) ? lengthAt(viewport, surface, start) : 0;
  const factor = side / Math.max(usualLength(viewport, surface) / usualShare, atStart / startShare);
  if (!(factor > 0 && Number.isFinite(factor))) return 0;
  const exponent = Math.floor(Math.log10(factor));
  const digit = factor / 10 ** exponent;
  return Number(`${digit >= 5 ? 5 : digit >= 2 ? 2 : 1}e${exponent}`);
}

const strides = ({ columns, rows }: LossSurface): readonly [across: number, up: number] => [
  Math.max(1, Math.round(columns / samples)),
  Math.max(1, Math.round(rows / samples)),
];

/** Length in pixels of the gradient between two samples, drawn like a vector of the plane; NaN where it is not known. */
function lengthFrom(viewport: Viewport, surface: LossSurface, column: number, row: number): number {
  const { columns, rows, values, domain } = surface;
  const [across, up] = strides(surface);
  const at = row * columns + column;
  const byX = (values[at + across] - values[at]) / ((across * (domain.x[1] - domain.x[0])) / columns);
  const byY = (values[at + up * columns] - values[at]) / ((up * (domain.y[1] - domain.y[0])) / rows);
  return Math.hypot(byX * viewport.scaleX, byY * viewport.scaleY);
}

function usualLength(viewport: Viewport, surface: LossSurface): number {
  const [across, up] = strides(surface);
  const lengths: number[] = [];
  for (let row = 0; row + up < surface.rows; row += up)
    for (let column = 0; column + across < surface.columns; column += across) {
      const length = lengthFrom(viewport, surface, column, row);
      if (Number.isFinite(length)) lengths.push(length);
    }
  return lengths.sort((a, b) => a - b)[lengths.length >> 1] ?? 0;
}

function lengthAt(viewport: Viewport, surface: LossSurface, [x, y]: Point): number {
  const { columns, rows, domain } = surface;
  const [across, up] = strides(surface);
  const place = (value: number, [low, high]: readonly [number, number], count: number, stride: number): number =>
    Math.max(0, Math.min(count - 1 - stride, Math.floor(((value - low) / (high - low)) * count - stride / 2)));
  const length = lengthFrom(viewport, surface, place(x, domain.x, columns, across), place(y, domain.y, rows, up));
  return Number.isFinite(length) ? length : 0;
}
