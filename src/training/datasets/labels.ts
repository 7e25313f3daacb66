// Labels 0 and 1 over one feature, the label 1 more often where the feature is larger.

import { sigmoid } from '../elementary.ts';
import { allocateExamples, type Examples } from '../examples.ts';
import type { Random } from '../random.ts';

/**
 * x standard normal; the label is 1 with probability sigmoid((3 x - 1) / noise), so with `noise` 0 always on the right
 * side of x = 1/3.
 */
export function sampleLabels(count: number, noise: number, random: Random): Examples {
  const examples = allocateExamples(count);
  for (let i = 0; i < count; i++) {
    const x = random.normal();
    const side = 3 * x - 1;
    const chance = noise === 0 ? (side > 0 ? 1 : 0) : sigmoid(side / noise);
    examples.x1[i] = x;
    examples.y[i] = random.uniform() < chance ? 1 : 0;
  }
  return examples;
}
