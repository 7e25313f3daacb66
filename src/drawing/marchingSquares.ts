// Isolines of a coarse grid by marching squares, for a surface that changes with every frame. Each cell between four
// samples adds its own segments, unjoined, to one path: one stroke draws all levels.

import type { LossSurface } from '../training/objective/lossSurface.ts';
import type { CanvasPath } from './shape.ts';
import { bottom, joinedSides, left, right } from './tracing/cellSides.ts';
import type { Viewport } from './viewport.ts';

type Grid = Pick<LossSurface, 'columns' | 'rows' | 'domain'> & { readonly values: ArrayLike<number> };

/** Adds the isolines of `grid` at all `levels` to `path`. Cells with a corner that is not finite are left out. */
export function drawMarchingSquares(path: CanvasPath, viewport: Viewport, grid: Grid, levels: readonly number[]): void {
  const { columns, rows, values, domain } = grid;
  const stepX = ((domain.x[1] - domain.x[0]) / columns) * viewport.scaleX;
  const stepY = ((domain.y[1] - domain.y[0]) / rows) * viewport.scaleY;
  const originX = viewport.x(domain.x[0]) + stepX / 2;
  const originY = viewport.y(domain.y[0]) - stepY / 2;
  for (let row = 0; row + 1 < rows; row++) {
    for (let column = 0; column + 1 < columns; column++) {
      const at = row * columns + column;
      const a = values[at];
      const b = values[at + 1];
      const c = values[at + columns];
      const d = values[at + columns + 1];
      const lowest = Math.min(a, b, c, d);
      const highest = Math.max(a, b, c, d);
      if (!(highest - lowest < Number.POSITIVE_INFINITY)) continue;
      for (const level of levels)
        if (level > lowest && level <= highest)
          drawCell(path, originX + column * stepX, originY - row * stepY, stepX, stepY, level, a, b, c, d);
    }
  }
}

/** The segments of one cell; `a` and `b` are its lower corners, `c` and `d` its upper ones, (x, y) is where `a` is. */
function drawCell(
  path: CanvasPath,
  x: number,
  y: number,
  stepX: number,
  stepY: number,
  level: number,
  a: number,
  b: number,
  c: number,
  d: number,
): void {
  const sides = joinedSides(level, a, b, c, d);
  for (let i = 0; i < sides.length; i++) {
    const side = sides[i];
    const isFirst = i % 2 === 0;
    let [pointX, pointY] = [x, y];
    if (side === left) pointY -= (stepY * (level - a)) / (c - a);
    else if (side === right) {
      pointX += stepX;
      pointY -= (stepY * (level - b)) / (d - b);
    } else if (side === bottom) pointX += (stepX * (level - a)) / (b - a);
    else {
      pointX += (stepX * (level - c)) / (d - c);
      pointY -= stepY;
    }
    if (isFirst) path.moveTo(pointX, pointY);
    else path.lineTo(pointX, pointY);
  }
}
