// Examples of two features and two classes for the surfaces.

import { allocateExamples, type Examples } from '../src/training/examples.ts';
import { Random } from '../src/training/random.ts';

export function sampleExamples(count: number): Examples {
  const random = new Random(5);
  const examples = allocateExamples(count);
  for (let i = 0; i < count; i++) {
    examples.x1[i] = random.uniform(-2, 2);
    examples.x2[i] = random.uniform(-2, 2);
    examples.y[i] = random.below(2);
  }
  return examples;
}
