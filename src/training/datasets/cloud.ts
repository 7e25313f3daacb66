// A cloud of points in the plane: a normal distribution, longer along the first axis, centred on (0, 0).

import { allocateExamples, type Examples } from '../examples.ts';
import type { Random } from '../random.ts';

/** Points with standard deviation `spread` along x1 and `0.6 spread` along x2; the target is not used. */
export function sampleCloud(count: number, spread: number, random: Random): Examples {
  const examples = allocateExamples(count);
  for (let i = 0; i < count; i++) {
    examples.x1[i] = spread * random.normal();
    examples.x2[i] = 0.6 * spread * random.normal();
  }
  return examples;
}
