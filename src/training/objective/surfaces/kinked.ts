// Losses with kinks, which no table or quadratic form shortens: prediction, loss, and sum in one loop for each pair of
// model and loss that a problem uses, with the arithmetic of the two in the same order.

import type { Examples } from '../../examples.ts';
import type { Loss } from '../../loss.ts';
import { losses } from '../../losses/index.ts';
import type { Model } from '../../model.ts';
import { models } from '../../models/index.ts';

type MeanLoss = (w1: number, w2: number, examples: Examples) => number;

const lineMae: MeanLoss = (w1, w2, { count, x1, y }) => {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += Math.abs(w1 * x1[i] + w2 - y[i]);
  return sum / count;
};

const lineHuber: MeanLoss = (w1, w2, { count, x1, y }) => {
  let sum = 0;
  for (let i = 0; i < count; i++) {
    const size = Math.abs(w1 * x1[i] + w2 - y[i]);
    const bent = Math.min(size, 1);
    // size²/2 up to 1, size - 1/2 beyond.
    sum += bent * (size - 0.5 * bent);
  }
  return sum / count;
};

const planeHinge: MeanLoss = (w1, w2, { count, x1, x2, y }) => {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += Math.max(1 - (2 * y[i] - 1) * (w1 * x1[i] + w2 * x2[i]), 0);
  return sum / count;
};

const reluSquares: MeanLoss = (w1, w2, { count, x1, y }) => {
  let sum = 0;
  for (let i = 0; i < count; i++) {
    const residual = Math.max(w1 * x1[i] + w2, 0) - y[i];
    sum += residual * residual;
  }
  return sum / count;
};

const loops: ReadonlyMap<Model, ReadonlyMap<Loss, MeanLoss>> = new Map<Model, ReadonlyMap<Loss, MeanLoss>>([
  [
    models.line,
    new Map<Loss, MeanLoss>([
      [losses.mae, lineMae],
      [losses.huber, lineHuber],
    ]),
  ],
  [models.plane, new Map<Loss, MeanLoss>([[losses.hinge, planeHinge]])],
  [models['relu-neuron'], new Map<Loss, MeanLoss>([[losses.mse, reluSquares]])],
]);

/** Mean loss of `examples` by one loop, or null for a pair that has none. */
export function kinkedMeanLoss(
  model: Model,
  loss: Loss,
  examples: Examples,
): ((w1: number, w2: number) => number) | null {
  const meanLoss = loops.get(model)?.get(loss);
  return meanLoss === undefined ? null : (w1, w2) => meanLoss(w1, w2, examples);
}
