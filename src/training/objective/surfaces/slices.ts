// Models that are linear in the weights, or in known functions of one weight once the other is held, with squared error:
// prediction = c1 a(x) + c2 b(x). One quadratic form for the whole grid, or one for each of its columns or rows.

import type { Examples } from '../../examples.ts';
import type { Model } from '../../model.ts';
import { models } from '../../models/index.ts';
import { present } from '../../present.ts';
import type { Grid, GridValues } from './grid.ts';
import { laterSlices } from './laterSlices.ts';
import { fillByForm, type Quadratic, quadraticAt, squaredErrorForm } from './quadratic.ts';
import type { Slices } from './sliced.ts';

const line: Slices = {
  held: null,
  basis: (_held, { x1 }, a, b) => {
    a.set(x1.subarray(0, a.length));
    b.fill(1);
  },
  c1: (w1) => w1,
  c2: (_w1, w2) => w2,
};

const slicesOf = (model: Model): Slices | undefined =>
  model === models.line ? line : laterSlices.find(([sliced]) => sliced === model)?.[1];

export const hasSlices = (model: Model): boolean => slicesOf(model) !== undefined;

/** One form for all weights, or null when the model needs a weight held. */
export function wholeForm(model: Model, examples: Examples): ((w1: number, w2: number) => number) | null {
  const slices = slicesOf(model);
  if (slices === undefined || slices.held !== null) return null;
  const form = makeForms(slices, examples)(0);
  return (w1, w2) => slicedAt(slices, form, w1, w2);
}

function makeForms(slices: Slices, examples: Examples): (held: number) => Quadratic {
  const { count, y } = examples;
  const a = new Float64Array(count);
  const b = new Float64Array(count);
  return (held) => {
    slices.basis(held, examples, a, b);
    return squaredErrorForm(a, b, y, count);
  };
}

/** Fills the grid for a model that `hasSlices`. */
export function fillBySlices(model: Model, examples: Examples, grid: Grid, values: GridValues): void {
  const slices = present(slicesOf(model));
  const formOf = makeForms(slices, examples);
  const { columns, rows, w1, w2 } = grid;
  if (model.isLinear) {
    fillByForm(formOf(0), grid, values);
    return;
  }
  if (slices.held === 'w1') {
    for (let column = 0; column < columns; column++) {
      const form = formOf(w1[column]);
      for (let row = 0; row < rows; row++) values[row * columns + column] = slicedAt(slices, form, w1[column], w2[row]);
    }
    return;
  }
  let form = formOf(0);
  for (let row = 0; row < rows; row++) {
    if (slices.held === 'w2') form = formOf(w2[row]);
    for (let column = 0; column < columns; column++)
      values[row * columns + column] = slicedAt(slices, form, w1[column], w2[row]);
  }
}

const slicedAt = (slices: Slices, form: Quadratic, w1: number, w2: number): number =>
  quadraticAt(form, slices.c1(w1, w2), slices.c2(w1, w2));
