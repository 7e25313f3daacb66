// The noise of the mini-batch gradient at held weights, as marks: where the arrows of other mini-batches end, to the scale
// of the arrows of the step, and ellipses around them.

import type { Point } from '../training/vector.ts';
import type { Mark } from './marks.ts';
import { addDisc, type CanvasPath, shapeOf } from './shape.ts';
import type { Viewport } from './viewport.ts';

/** A dot at the tip of each arrow, downhill from `at`. `gradients` are pairs, one after the other. */
export function drawTipCloud(
  dots: CanvasPath,
  viewport: Viewport,
  at: Point,
  gradients: Float64Array,
  scale: number,
  radius: number,
): void {
  for (let i = 0; i < gradients.length; i += 2) {
    const x = viewport.x(at[0] - scale * gradients[i]);
    const y = viewport.y(at[1] - scale * gradients[i + 1]);
    if (Math.abs(x) < 1e5 && Math.abs(y) < 1e5) addDisc(dots, x, y, radius);
  }
}

/** Half axes at right angles to each other: an ellipse of the plane, wherever its middle is. */
export interface HalfAxes {
  readonly major: Point;
  readonly minor: Point;
}

const corners = 72;

/** An ellipse of the plane around `middle`. */
export function drawEllipse(outline: CanvasPath, viewport: Viewport, middle: Point, { major, minor }: HalfAxes): void {
  for (let i = 0; i < corners; i++) {
    const angle = (2 * Math.PI * i) / corners;
    const [along, across] = [Math.cos(angle), Math.sin(angle)];
    const x = viewport.x(middle[0] + along * major[0] + across * minor[0]);
    const y = viewport.y(middle[1] + along * major[1] + across * minor[1]);
    if (i === 0) outline.moveTo(x, y);
    else outline.lineTo(x, y);
  }
  outline.closePath();
}

export interface GradientNoise {
  /** Gradients of batches drawn anew, as pairs. */
  readonly gradients: Float64Array;
  readonly measured: { readonly mean: Point; readonly ellipse: HalfAxes };
  readonly predicted: { readonly mean: Point; readonly ellipse: HalfAxes };
}

/** @param scale what gradients are multiplied by */
export function noiseMarks(viewport: Viewport, at: Point, noise: GradientNoise, scale: number): readonly Mark[] {
  const tipOf = (gradient: Point): Point => [at[0] - scale * gradient[0], at[1] - scale * gradient[1]];
  const scaled = ([across, up]: Point): Point => [scale * across, scale * up];
  const outline = ({ mean, ellipse: { major, minor } }: GradientNoise['measured']) =>
    shapeOf((shape) => drawEllipse(shape, viewport, tipOf(mean), { major: scaled(major), minor: scaled(minor) }));
  const tips = (gradients: Float64Array, radius: number) =>
    shapeOf((shape) => drawTipCloud(shape, viewport, at, gradients, scale, radius));
  const centre = tips(Float64Array.from(noise.predicted.mean), 4);
  return [
    { kind: 'shape', shape: tips(noise.gradients, 1.8), fill: 'batch-gradient', opacity: 0.55 },
    { kind: 'shape', shape: outline(noise.measured), stroke: 'batch-gradient', width: 2 },
    { kind: 'shape', shape: outline(noise.predicted), stroke: 'full-gradient', width: 2, dash: [6, 4] },
    { kind: 'shape', shape: centre, fill: 'full-gradient', stroke: 'paper', width: 1.5 },
  ];
}
