// How surfaces of pairs that no page opens with are filled: by quadratic forms of slices, by tables of exponentials, or by one
// loop where the loss has kinks.

import type { Examples } from '../../examples.ts';
import type { Loss } from '../../loss.ts';
import { losses } from '../../losses/index.ts';
import type { Model } from '../../model.ts';
import { models } from '../../models/index.ts';
import { directMeanLoss } from './direct.ts';
import type { SurfaceFill } from './grid.ts';
import { kinkedMeanLoss } from './kinked.ts';
import { fillGrid } from './rows.ts';
import { fillLogistic, fillSigmoidSquares, fillWells } from './separable.ts';
import { fillBySlices, wholeForm } from './slices.ts';

type MeanLoss = (w1: number, w2: number) => number;

/** The mean loss at any weights by a form, by one loop, or, at last, by its definition; null for a pair that has none. */
export const laterMeanLosses: readonly ((model: Model, loss: Loss, examples: Examples) => MeanLoss | null)[] = [
  (model, loss, examples) => (loss === losses.mse ? wholeForm(model, examples) : null),
  kinkedMeanLoss,
  directMeanLoss,
];

/** Each fills the grid, or says that it would not be exact or does not know the pair; the last one fills any. */
export const laterFills: readonly SurfaceFill[] = [
  (model, loss, examples, filling) => loss === losses.mse && fillBySlices(model, examples, filling),
  (model, loss, examples, filling) =>
    loss === losses.mse && model === models['sigmoid-neuron'] && fillSigmoidSquares(examples, filling),
  (model, loss, examples, filling) => {
    if (loss !== losses.bce || !(model === models.line || model === models.plane)) return false;
    const secondFeature = model === models.plane ? examples.x2 : null;
    return fillLogistic(examples, secondFeature, directMeanLoss(model, loss, examples), filling);
  },
  (model, loss, examples, filling) =>
    model === models.location && loss === losses.welsch && fillWells(examples, filling),
  (model, loss, examples, filling) => {
    fillGrid(kinkedMeanLoss(model, loss, examples) ?? directMeanLoss(model, loss, examples), filling);
    return true;
  },
];
