// Two features whose mean squares and products are chosen exactly: a round cloud, squeezed along one axis, rotated.

import { cos, sin } from '../elementary.ts';
import { allocateExamples, type Examples } from '../examples.ts';
import type { Random } from '../random.ts';
import type { Weights } from '../vector.ts';
import { centre, normalise, orthogonalise } from './moments.ts';

/** Turns a vector by `degrees`, counter-clockwise. */
export function rotate([a, b]: Weights, degrees: number): Weights {
  const angle = (degrees * Math.PI) / 180;
  const [c, s] = [cos(angle), sin(angle)];
  return [c * a - s * b, s * a + c * b];
}

/**
 * The mean of x xᵀ has the eigenvalue 1 along (1, 0) turned by `degrees` and 1/condition across. y = target · x + noise;
 * the noise is at right angles to both features, so `target` is exactly where the squared error is least.
 */
export function sampleValley(
  count: number,
  { condition, degrees, target }: { readonly condition: number; readonly degrees: number; readonly target: Weights },
  noise: number,
  random: Random,
): Examples {
  const examples = allocateExamples(count);
  const { x1, x2, y } = examples;
  for (let i = 0; i < count; i++) {
    x1[i] = random.normal();
    x2[i] = random.normal();
    y[i] = noise * random.normal();
  }
  centre(x1);
  normalise(x1);
  centre(x2);
  orthogonalise(x2, x1);
  normalise(x2);
  orthogonalise(y, x1);
  orthogonalise(y, x2);
  const width = 1 / Math.sqrt(condition);
  for (let i = 0; i < count; i++) {
    const [a, b] = rotate([x1[i], width * x2[i]], degrees);
    x1[i] = a;
    x2[i] = b;
    y[i] = y[i] + target[0] * a + target[1] * b;
  }
  return examples;
}
