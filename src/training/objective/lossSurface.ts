// The loss surface: the mean loss of all examples, or of one mini-batch, on a grid of weights.
// What is known about model and loss decides how: a quadratic form, separable exponentials, or every example everywhere.

import type { Examples } from '../examples.ts';
import type { Loss } from '../loss.ts';
import { losses } from '../losses/index.ts';
import type { Model } from '../model.ts';
import { models } from '../models/index.ts';
import type { Domain } from '../vector.ts';
import { emptyRange, extremesOf } from './extremes.ts';
import { type Filling, type GridValues, Room } from './surfaces/grid.ts';
import { laterFills, laterMeanLosses } from './surfaces/laterFills.ts';
import {
  fillByForm,
  type Quadratic,
  quadraticAt,
  squaredDistanceForm,
  squaredErrorForm,
} from './surfaces/quadratic.ts';

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

/**
 * Mean loss of `examples` at the centre of each of columns x rows cells of `domain`.
 * @param room what a fill before this one left, to be used again
 */
export function sampleLossSurface(
  model: Model,
  loss: Loss,
  examples: Examples,
  domain: Domain,
  columns: number,
  rows: number,
  room = new Room(),
): LossSurface {
  const values = new Float64Array(columns * rows);
  const filling: Filling = { grid: room.gridOf(domain, columns, rows), values, range: emptyRange(), room };
  const form = formOf(model, loss, examples, room);
  if (form !== null) fillByForm(form, filling);
  else laterFills.some((fill) => fill(model, loss, examples, filling));
  return { domain, columns, rows, values, ...extremesOf(filling.range) };
}

/** Mean loss of `examples` at each of the weights `w1, w2, w1, w2, ...`. */
export function sampleMeanLoss(model: Model, loss: Loss, examples: Examples, weights: Float64Array): Float64Array {
  const at = meanLossFunction(model, loss, examples);
  const count = weights.length / 2;
  const values = new Float64Array(count);
  for (let i = 0; i < count; i++) values[i] = at(weights[2 * i], weights[2 * i + 1]);
  return values;
}

/** Of the pairs that a page opens with. */
function formOf(model: Model, loss: Loss, { count, x1, x2, y }: Examples, room: Room): Quadratic | null {
  if (model === models.location && loss === losses.identity) return squaredDistanceForm(x1, x2, count);
  return model === models.line && loss === losses.mse
    ? squaredErrorForm(x1, room.table(0, count).fill(1), y, count)
    : null;
}

function meanLossFunction(model: Model, loss: Loss, examples: Examples): (w1: number, w2: number) => number {
  const form = formOf(model, loss, examples, new Room());
  if (form !== null) return (w1, w2) => quadraticAt(form, w1, w2);
  for (const meanLoss of laterMeanLosses) {
    const at = meanLoss(model, loss, examples);
    if (at !== null) return at;
  }
  throw new Error('What this mean loss takes is not there.');
}
