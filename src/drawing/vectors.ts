// Arrows, in pixels.

import type { Point } from '../training/vector.ts';
import type { CanvasPath } from './shape.ts';
import type { Viewport } from './viewport.ts';

export interface ArrowShape {
  readonly headLength: number;
  readonly headWidth: number;
}

/** Pixels right and down of -scale * gradient: the arrow points downhill, as the weights would move. */
export const downhill = (viewport: Viewport, [across, up]: Point, scale: number): readonly [dx: number, dy: number] => [
  -scale * across * viewport.scaleX,
  scale * up * viewport.scaleY,
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
