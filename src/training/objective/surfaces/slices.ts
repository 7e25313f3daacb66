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
  const { grid, room } = filling;
  const formOf = makeForms(slices, examples, room);
  if (model.isLinear) {
    fillByForm(formOf(0), filling);
    return true;
  }
  const { columns, rows, w1, w2 } = grid;
  const forms: Forms = {
    numbers: new Float64Array(formLength * columns),
    stride: slices.held === 'w1' ? formLength : 0,
  };
  const [c1, c2] = [new Float64Array(columns), new Float64Array(columns)];
  if (slices.held === null) keepForm(formOf(0), forms, 0);
  if (slices.held === 'w1')
    for (let column = 0; column < columns; column++) keepForm(formOf(w1[column]), forms, column);
  for (let row = 0; row < rows; row++) {
    if (slices.held === 'w2') keepForm(formOf(w2[row]), forms, 0);
    slices.coefficients(w1, w2[row], c1, c2);
    fillRow(filling.values, row * columns, forms, c1, c2);
    noteRow(filling, row);
  }
  return true;
}

/** The forms of the columns of a row, number by number; one for all of them where the stride is 0. */
interface Forms {
  readonly numbers: Float64Array;
  readonly stride: number;
}

const formLength = 6;

function keepForm(form: Quadratic, { numbers, stride }: Forms, column: number): void {
  numbers.set([form.least, form.tilt, form.powerA, form.powerQ, form.u0, form.v0], column * stride);
}

/** `quadraticAt` of each column. */
function fillRow(
  values: GridValues,
  from: number,
  { numbers, stride }: Forms,
  c1: Float64Array,
  c2: Float64Array,
): void {
  for (let column = 0; column < c1.length; column++) {
    const at = column * stride;
    const u = c1[column] + numbers[at + 1] * c2[column] - numbers[at + 4];
    const v = c2[column] - numbers[at + 5];
    values[from + column] = numbers[at] + numbers[at + 2] * u * u + numbers[at + 3] * v * v;
  }
}
