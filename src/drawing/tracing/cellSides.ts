// Marching squares: which sides of a cell between four samples the isoline of a level joins.

/** The sides of a cell. */
export const left = 0;
export const right = 1;
export const bottom = 2;
export const top = 3;

/** Which two sides of a cell a segment joins, by the corners above the level: 1 and 2 below, 4 and 8 above them. */
const segmentsOf: readonly (readonly number[])[] = [
  [],
  [left, bottom],
  [bottom, right],
  [left, right],
  [left, top],
  [bottom, top],
  // Two opposite corners: which pair is joined follows from the middle of the cell.
  [],
  [right, top],
  [right, top],
  [],
  [bottom, top],
  [left, top],
  [left, right],
  [bottom, right],
  [left, bottom],
  [],
];
const diagonal = 6;
const otherDiagonal = 9;
const bottomLeftCut = [left, bottom, right, top];
const bottomRightCut = [bottom, right, left, top];

/** Pairs of sides that the isoline of `level` joins in a cell; `a` and `b` are its lower corners, `c` and `d` its upper ones. */
export function joinedSides(level: number, a: number, b: number, c: number, d: number): readonly number[] {
  const corners = (a >= level ? 1 : 0) | (b >= level ? 2 : 0) | (c >= level ? 4 : 0) | (d >= level ? 8 : 0);
  if (corners !== diagonal && corners !== otherDiagonal) return segmentsOf[corners];
  const isMiddleAbove = (a + b + c + d) / 4 >= level;
  // A high middle joins the high corners, so the low ones are cut off, and the other way about.
  return isMiddleAbove === (corners === diagonal) ? bottomLeftCut : bottomRightCut;
}
