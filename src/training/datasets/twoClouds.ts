// Two clouds of points in the plane: three fifths of them around (-1, 0), the others around (1, 0).

import { allocateExamples, type Examples } from '../examples.ts';
import type { Random } from '../random.ts';

/** `spread` is the standard deviation along each axis; the target is not used. */
export function sampleTwoClouds(count: number, spread: number, random: Random): Examples {
  const examples = allocateExamples(count);
  for (let i = 0; i < count; i++) {
    const centre = i % 5 < 3 ? -1 : 1;
    examples.x1[i] = centre + spread * random.normal();
    examples.x2[i] = spread * random.normal();
  }
  return examples;
}
