// How surfaces of pairs that no page opens with are filled: by tables of exponentials, or by one loop where the loss has
// kinks.

import { losses } from '../../losses/index.ts';
import { models } from '../../models/index.ts';
import { directMeanLoss } from './direct.ts';
import type { SurfaceFill } from './grid.ts';
import { kinkedMeanLoss } from './kinked.ts';
import { fillLogistic, fillSigmoidSquares, fillWells } from './separable.ts';

/** Each fills the grid, or says that it would not be exact; null for a pair that it does not know. */
export const laterFills: readonly SurfaceFill[] = [
  (model, loss, examples, grid, values) =>
    loss === losses.mse && model === models['sigmoid-neuron'] ? fillSigmoidSquares(examples, grid, values) : null,
  (model, loss, examples, grid, values) => {
    if (loss !== losses.bce || !(model === models.line || model === models.plane)) return null;
    const secondFeature = model === models.plane ? examples.x2 : null;
    return fillLogistic(examples, secondFeature, grid, directMeanLoss(model, loss, examples), values);
  },
  (model, loss, examples, grid, values) => {
    if (model !== models.location || loss !== losses.welsch) return null;
    fillWells(examples, grid, values);
    return true;
  },
];

/** The mean loss at any weights by one loop; null for a pair that has none. */
export const laterMeanLosses: readonly (typeof kinkedMeanLoss)[] = [kinkedMeanLoss];
