// The mean loss by its definition: every example's prediction and loss at every point. What the faster ways must equal.

import { meanLoss } from '../../batches.ts';
import type { Examples } from '../../examples.ts';
import type { Loss } from '../../loss.ts';
import type { Model } from '../../model.ts';

/** Mean loss of `examples` as a function of the weights. */
export function directMeanLoss(model: Model, loss: Loss, examples: Examples): (w1: number, w2: number) => number {
  const { count, y } = examples;
  const prediction = new Float64Array(count);
  const each = new Float64Array(count);
  return (w1, w2) => {
    model.predict(w1, w2, examples, prediction);
    loss.value(prediction, y, count, each);
    return meanLoss(each, count);
  };
}
