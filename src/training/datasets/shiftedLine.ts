// Points along a line over a feature whose mean is chosen exactly: standard deviation 1, mean `offset`.

import { allocateExamples, type Examples } from '../examples.ts';
import type { Random } from '../random.ts';
import { centre, normalise } from './moments.ts';

/**
 * y = slope z + height + noise, z the standardised feature (mean 0, mean square 1). The feature given to the model is
 * z + offset: the same points, told from another zero.
 */
export function sampleShiftedLine(
  count: number,
  line: { readonly slope: number; readonly height: number },
  offset: number,
  noise: number,
  random: Random,
): Examples {
  const examples = allocateExamples(count);
  const { x1, y } = examples;
  for (let i = 0; i < count; i++) {
    x1[i] = random.uniform(-1, 1);
    y[i] = noise * random.normal();
  }
  centre(x1);
  normalise(x1);
  for (let i = 0; i < count; i++) {
    y[i] = y[i] + line.slope * x1[i] + line.height;
    x1[i] = x1[i] + offset;
  }
  return examples;
}
