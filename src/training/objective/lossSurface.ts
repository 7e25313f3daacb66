// The loss surface: the mean loss of all examples, or of one mini-batch, on a grid of weights.
// What is known about model and loss decides how: a quadratic form, separable exponentials, or every example everywhere.

import type { Examples } from '../examples.ts';
import type { Loss } from '../loss.ts';
import { losses } from '../losses/index.ts';
import type { Model } from '../model.ts';
import { models } from '../models/index.ts';
import type { Domain } from '../vector.ts';
import { extremes } from './extremes.ts';
import { directMeanLoss } from './surfaces/direct.ts';
import { fillGrid, type Grid, type GridValues, makeGrid } from './surfaces/grid.ts';
import { laterFills, laterMeanLosses } from './surfaces/laterFills.ts';
import { fillByForm, quadraticAt, squaredDistanceForm } from './surfaces/quadratic.ts';
import { fillBySlices, hasSlices, wholeForm } from './surfaces/slices.ts';

export interface LossSurface {
  readonly domain: Domain;
  readonly columns: number;
  readonly rows: number;
  /**
   * Row by row from the lowest w2, each row from the lowest w1. A value belongs to the centre of its cell:
   * w1 = low + (column + 0.5) / columns (high - low), and w2 likewise. Infinity or NaN where the loss overflows.
   */
  readonly values: GridValues;
  /** Of the finite values; NaN when there is none. */
  readonly minimum: number;
  readonly maximum: number;
}

/** Mean loss of `examples` at the centre of each of columns x rows cells of `domain`. */
export function sampleLossSurface(
  model: Model,
  loss: Loss,
  examples: Examples,
  domain: Domain,
  columns: number,
  rows: number,
): LossSurface {
  const grid = makeGrid(domain, columns, rows);
  const values = new Float64Array(columns * rows);
  if (!fillFast(model, loss, examples, grid, values)) fillGrid(loopedMeanLoss(model, loss, examples), grid, values);
  return { domain, columns, rows, values, ...extremes(values) };
}

/** Mean loss of `examples` at each of the weights `w1, w2, w1, w2, ...`. */
export function sampleMeanLoss(model: Model, loss: Loss, examples: Examples, weights: Float64Array): Float64Array {
  const at = meanLossFunction(model, loss, examples);
  const count = weights.length / 2;
  const values = new Float64Array(count);
  for (let i = 0; i < count; i++) values[i] = at(weights[2 * i], weights[2 * i + 1]);
  return values;
}

const isDistance = (model: Model, loss: Loss): boolean => model === models.location && loss === losses.identity;

function loopedMeanLoss(model: Model, loss: Loss, examples: Examples): (w1: number, w2: number) => number {
  for (const meanLoss of laterMeanLosses) {
    const at = meanLoss(model, loss, examples);
    if (at !== null) return at;
  }
  return directMeanLoss(model, loss, examples);
}

function meanLossFunction(model: Model, loss: Loss, examples: Examples): (w1: number, w2: number) => number {
  if (isDistance(model, loss)) {
    const form = squaredDistanceForm(examples.x1, examples.x2, examples.count);
    return (w1, w2) => quadraticAt(form, w1, w2);
  }
  return (loss === losses.mse ? wholeForm(model, examples) : null) ?? loopedMeanLoss(model, loss, examples);
}

/** Fills the grid by the way known for this model and loss; false when there is none or it would not be exact. */
function fillFast(model: Model, loss: Loss, examples: Examples, grid: Grid, values: GridValues): boolean {
  if (loss === losses.mse && hasSlices(model)) {
    fillBySlices(model, examples, grid, values);
    return true;
  }
  if (isDistance(model, loss)) {
    fillByForm(squaredDistanceForm(examples.x1, examples.x2, examples.count), grid, values);
    return true;
  }
  for (const fill of laterFills) {
    const isFilled = fill(model, loss, examples, grid, values);
    if (isFilled !== null) return isFilled;
  }
  return false;
}
