// The noise of the mini-batch gradient at held weights: where the arrows of other mini-batches end, and ellipses around
// them, to the scale of the arrows of the step.

import type { Ellipse } from '../training/theory/noise.ts';
import type { Weights } from '../training/vector.ts';
import type { CanvasPath } from './contours.ts';
import type { Viewport } from './viewport.ts';

/** A dot at the tip of each arrow, downhill from the weights. `gradients` are pairs, one after the other. */
export function drawTipCloud(
  dots: CanvasPath,
  viewport: Viewport,
  [w1, w2]: Weights,
  gradients: Float64Array,
  scale: number,
  radius: number,
): void {
  for (let i = 0; i < gradients.length; i += 2) {
    const x = viewport.x(w1 - scale * gradients[i]);
    const y = viewport.y(w2 - scale * gradients[i + 1]);
    if (!(Math.abs(x) < 1e5 && Math.abs(y) < 1e5)) continue;
    dots.moveTo(x + radius, y);
    dots.arc(x, y, radius, 0, 2 * Math.PI);
  }
}

const corners = 72;

/** The ellipse of gradients around `gradient` as the ellipse of their arrows' tips. */
export function drawTipEllipse(
  outline: CanvasPath,
  viewport: Viewport,
  [w1, w2]: Weights,
  gradient: Weights,
  { major, minor }: Ellipse,
  scale: number,
): void {
  for (let i = 0; i < corners; i++) {
    const angle = (2 * Math.PI * i) / corners;
    const [along, across] = [Math.cos(angle), Math.sin(angle)];
    const x = viewport.x(w1 - scale * (gradient[0] + along * major[0] + across * minor[0]));
    const y = viewport.y(w2 - scale * (gradient[1] + along * major[1] + across * minor[1]));
    if (i === 0) outline.moveTo(x, y);
    else outline.lineTo(x, y);
  }
  outline.closePath();
}
