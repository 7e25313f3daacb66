// The noise of the update at held weights: where other mini-batches would have led, and ellipses around them.

import type { Ellipse } from '../training/noise.ts';
import type { Weights } from '../training/vector.ts';
import type { CanvasPath } from './contours.ts';
import type { Viewport } from './viewport.ts';

/** A dot where plain descent with each gradient ends. `gradients` are pairs, one after the other. */
export function drawUpdateCloud(
  dots: CanvasPath,
  viewport: Viewport,
  [w1, w2]: Weights,
  gradients: Float64Array,
  learningRate: number,
  radius: number,
): void {
  for (let i = 0; i < gradients.length; i += 2) {
    const x = viewport.x(w1 - learningRate * gradients[i]);
    const y = viewport.y(w2 - learningRate * gradients[i + 1]);
    if (!(Math.abs(x) < 1e5 && Math.abs(y) < 1e5)) continue;
    dots.moveTo(x + radius, y);
    dots.arc(x, y, radius, 0, 2 * Math.PI);
  }
}

const corners = 72;

/** The ellipse of gradients around `gradient` as an ellipse of the weights they lead to. */
export function drawUpdateEllipse(
  outline: CanvasPath,
  viewport: Viewport,
  [w1, w2]: Weights,
  gradient: Weights,
  { major, minor }: Ellipse,
  learningRate: number,
): void {
  for (let i = 0; i < corners; i++) {
    const angle = (2 * Math.PI * i) / corners;
    const [along, across] = [Math.cos(angle), Math.sin(angle)];
    const x = viewport.x(w1 - learningRate * (gradient[0] + along * major[0] + across * minor[0]));
    const y = viewport.y(w2 - learningRate * (gradient[1] + along * major[1] + across * minor[1]));
    if (i === 0) outline.moveTo(x, y);
    else outline.lineTo(x, y);
  }
  outline.closePath();
}
