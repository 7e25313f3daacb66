// Points along a curve: a feature drawn at random and a target on the curve above it, moved up or down by noise.

import { allocateExamples, type Examples } from '../examples.ts';
import type { Random } from '../random.ts';

/** x uniform on [low, high); y = curve(x) + noise times a standard normal number. */
export function sampleCurve(
  count: number,
  [low, high]: readonly [low: number, high: number],
  curve: (x: number) => number,
  noise: number,
  random: Random,
): Examples {
  const examples = allocateExamples(count);
  for (let i = 0; i < count; i++) {
    const x = random.uniform(low, high);
    examples.x1[i] = x;
    examples.y[i] = curve(x) + noise * random.normal();
  }
  return examples;
}
