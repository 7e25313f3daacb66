// A feature of mean square 1 and the target y = x, with noise at right angles to x, so that the best factor is exactly 1.

import { allocateExamples, type Examples } from '../examples.ts';
import type { Random } from '../random.ts';
import { normalise, orthogonalise } from './moments.ts';

export function sampleUnitPower(count: number, noise: number, random: Random): Examples {
  const examples = allocateExamples(count);
  const { x1, y } = examples;
  for (let i = 0; i < count; i++) {
    x1[i] = random.normal();
    y[i] = noise * random.normal();
  }
  normalise(x1);
  orthogonalise(y, x1);
  for (let i = 0; i < count; i++) y[i] = y[i] + x1[i];
  return examples;
}
