// Two round clusters of points in the plane, one of each class, on opposite sides of (0, 0).

import { allocateExamples, type Examples } from '../examples.ts';
import type { Random } from '../random.ts';

/** Unit vector from the centre of class 0 to that of class 1: (2, 1) scaled to length 1. */
const direction = [2 / Math.sqrt(5), 1 / Math.sqrt(5)] as const;

/** Classes take turns. Their centres are `distance` apart; `spread` is the standard deviation along each axis. */
export function sampleClusters(count: number, distance: number, spread: number, random: Random): Examples {
  const examples = allocateExamples(count);
  for (let i = 0; i < count; i++) {
    const target = i % 2;
    const side = (target - 0.5) * distance;
    examples.x1[i] = side * direction[0] + spread * random.normal();
    examples.x2[i] = side * direction[1] + spread * random.normal();
    examples.y[i] = target;
  }
  return examples;
}
