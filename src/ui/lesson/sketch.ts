// Drawing a curve over columns: one height for each, gaps between two touches joined, what lies ahead carried along.

import { type Curve, type Sketch, sketchColumns } from '../../lab/lessons/lesson.ts';

/** The column of a place on the axis across, and back. */
export const columnOf = ({ from, to }: Sketch, x: number): number =>
  Math.max(0, Math.min(sketchColumns - 1, Math.round(((x - from) / (to - from)) * (sketchColumns - 1))));
export const placeOfColumn = ({ from, to }: Sketch, column: number): number =>
  from + ((to - from) * column) / (sketchColumns - 1);

/** The first column that is to be drawn. */
export const firstDrawn = (form: Sketch): number => {
  const all = Array.from({ length: sketchColumns }, (_, column) => column);
  return all.find((column) => placeOfColumn(form, column) > form.givenUntil) ?? sketchColumns - 1;
};

/** What is drawn before anything is: the given part, and a level line on from it. */
export function untouched(form: Sketch, given: Curve): Curve {
  const first = firstDrawn(form);
  const last = given[Math.min(first, given.length) - 1] ?? (form.low + form.high) / 2;
  return Array.from({ length: sketchColumns }, (_, column) => (column < first ? (given[column] ?? last) : last));
}

export interface Touch {
  readonly column: number;
  readonly value: number;
}

/**
 * The curve after a stroke from one touch to the next; columns beyond `drawnTo` follow at the height of the last one.
 * What is given stays.
 */
export function drawn(form: Sketch, curve: Curve, from: Touch, to: Touch, drawnTo: number): Curve {
  const first = firstDrawn(form);
  const within = (value: number): number => Math.max(form.low, Math.min(form.high, value));
  const [low, high] = [Math.min(from.column, to.column), Math.max(from.column, to.column)];
  const next = [...curve];
  for (let column = Math.max(first, low); column <= high; column++) {
    const share = to.column === from.column ? 1 : (column - from.column) / (to.column - from.column);
    next[column] = within(from.value + share * (to.value - from.value));
  }
  for (let column = Math.max(high, drawnTo) + 1; column < sketchColumns; column++)
    next[column] = next[Math.max(high, drawnTo)];
  return next;
}
