// Models that are linear in the weights, or in known functions of one weight once the other is held, with squared error:
// prediction = c1 a(x) + c2 b(x). One quadratic form for the whole grid, or one for each of its columns or rows.

import type { Examples } from '../../examples.ts';
import type { Model } from '../../model.ts';
import { type Filling, type GridValues, Room } from './grid.ts';
import { fillByForm, type Quadratic, quadraticAt, squaredErrorForm } from './quadratic.ts';
import { noteRow } from './rows.ts';
import type { Slices } from './sliced.ts';
import { slicedModels } from './slicedModels.ts';

const slicesOf = (model: Model): Slices | undefined => slicedModels.find(([sliced]) => sliced === model)?.[1];

/** One form for all weights, or null when the model needs a weight held. */
export function wholeForm(model: Model, examples: Examples): ((w1: number, w2: number) => number) | null {
  const slices = slicesOf(model);
  if (slices === undefined || slices.held !== null) return null;
  const form = makeForms(slices, examples, new Room())(0);
  const [weight, c1, c2] = [new Float64Array(1), new Float64Array(1), new Float64Array(1)];
  return (w1, w2) => {
    weight[0] = w1;
    slices.coefficients(weight, w2, c1, c2);
    return quadraticAt(form, c1[0], c2[0]);
  };
}

function makeForms(slices: Slices, examples: Examples, room: Room): (held: number) => Quadratic {
  const { count, y } = examples;
  const [a, b] = [room.table(0, count), room.table(1, count)];
  b.fill(0);
  return (held) => {
    slices.basis(held, examples, a, b);
    return squaredErrorForm(a, b, y, count);
  };
}

/** Fills the grid for a model that has slices; false for any other. */
export function fillBySlices(model: Model, examples: Examples, filling: Filling): boolean {
  const slices = slicesOf(model);
  if (slices === undefined) return false;
  const { grid, values, room } = filling;
  const formOf = makeForms(slices, examples, room);
  if (model.isLinear) {
    fillByForm(formOf(0), filling);
    return true;
  }
  const { columns, rows, w1, w2 } = grid;
  const [c1, c2] = [new Float64Array(columns), new Float64Array(columns)];
  /** One for all columns, or one each. */
  const forms: Quadratic[] = [];
  if (slices.held === null) forms.push(formOf(0));
  if (slices.held === 'w1') for (let column = 0; column < columns; column++) forms.push(formOf(w1[column]));
  for (let row = 0; row < rows; row++) {
    if (slices.held === 'w2') forms[0] = formOf(w2[row]);
    slices.coefficients(w1, w2[row], c1, c2);
    fillRow(values, row * columns, forms, c1, c2);
    noteRow(filling, row);
  }
  return true;
}

/** @param forms one for all columns of the row, or one for each */
function fillRow(
  values: GridValues,
  from: number,
  forms: readonly Quadratic[],
  c1: Float64Array,
  c2: Float64Array,
): void {
  const [form] = forms;
  if (forms.length === 1)
    for (let column = 0; column < c1.length; column++)
      values[from + column] = quadraticAt(form, c1[column], c2[column]);
  else
    for (let column = 0; column < c1.length; column++)
      values[from + column] = quadraticAt(forms[column], c1[column], c2[column]);
}
