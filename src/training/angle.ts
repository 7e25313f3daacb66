// The direction of a pair in the plane, from sine and cosine alone: start near the angle, then turn by what is missing.
// If t is a guess at the angle of (x, y), r sin(angle − t) = y cos t − x sin t; each correction cubes the error.

import { cos, sin } from './elementary.ts';
import type { Weights } from './vector.ts';

const pi = Math.PI;

/** Angle of (x, y) from the first axis, in radians, −π to π, anticlockwise; 0 for the zero vector. */
export function angleOf([x, y]: Weights): number {
  const largest = Math.max(Math.abs(x), Math.abs(y));
  if (!(largest > 0)) return 0;
  // Scaled so that neither very long nor very short vectors leave the range of squares.
  const [across, up] = [x / largest, y / largest];
  const length = Math.sqrt(across * across + up * up);
  let angle = firstGuess(across, up);
  for (let correction = 0; correction < 3; correction++) {
    const missing = (up * cos(angle) - across * sin(angle)) / length;
    angle += missing + (missing * missing * missing) / 6;
  }
  return angle;
}

/** Within 0.08 of the angle: arctangent of the smaller over the larger as a straight line, then the octant. */
function firstGuess(x: number, y: number): number {
  const [flat, steep] = [Math.abs(x), Math.abs(y)];
  const octant = (Math.min(flat, steep) / Math.max(flat, steep)) * (pi / 4);
  const quadrant = steep > flat ? pi / 2 - octant : octant;
  const half = x < 0 ? pi - quadrant : quadrant;
  return y < 0 ? -half : half;
}
