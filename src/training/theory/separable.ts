// Whether two classes lie on the two sides of a boundary that a model can draw, so that a loss of logarithms falls on and on
// as its weights grow (Albert & Anderson 1984, complete separation).

import type { Examples } from '../examples.ts';
import type { Resolved } from '../problem.ts';

type Vector = readonly [x: number, y: number];

const cross = (a: Vector, b: Vector): number => a[0] * b[1] - a[1] * b[0];

/** Whether the model's boundary can part the examples, and its loss is lowered by that without end. */
export function isSeparable({ problem, settings }: Resolved, examples: Examples): boolean {
  if (problem.network !== undefined) {
    const { classes, loss, inputs } = problem.network(settings);
    // Whatever the units between do, large weights let them pass on a sum of the inputs as it is.
    if (classes !== 2 || loss !== 'bce' || !inputs.includes('x1')) return false;
    return inputs.includes('x2') ? isPartedByLine(examples) : isPartedByPoint(examples);
  }
  // A hinge has reached its least, 0, at finite weights by then.
  if (problem.takes?.target !== 'classes' || problem.loss(settings) === 'hinge') return false;
  return problem.model(settings) === 'plane' ? isPartedThroughZero(examples) : isPartedByPoint(examples);
}

/** Whether all directions lie within less than half a turn of each other. */
function areInHalfPlane(directions: Iterable<Vector>): boolean {
  let right: Vector | null = null;
  let left: Vector = [0, 0];
  for (const next of directions) {
    if (next[0] === 0 && next[1] === 0) return false;
    if (right === null) {
      [right, left] = [next, next];
      continue;
    }
    const [byRight, byLeft] = [cross(right, next), cross(left, next)];
    const isAlong = right[0] * next[0] + right[1] * next[1] > 0 || left[0] * next[0] + left[1] * next[1] > 0;
    if (byRight >= 0 && byLeft <= 0) {
      // Between them, or straight behind both.
      if (byRight === 0 && byLeft === 0 && !isAlong) return false;
    } else if (byRight < 0 && byLeft < 0) right = next;
    else if (byRight > 0 && byLeft > 0) left = next;
    else return false;
  }
  return true;
}

/** By a line through (0, 0): those of class 0 turned round. */
function isPartedThroughZero({ count, x1, x2, y }: Examples): boolean {
  return areInHalfPlane(
    Array.from({ length: count }, (_, row): Vector => (y[row] > 0.5 ? [x1[row], x2[row]] : [-x1[row], -x2[row]])),
  );
}

/** By any line: from all of one class to all of the other it must be forward. */
const isPartedByLine = (examples: Examples): boolean => areInHalfPlane(differences(examples));

function* differences({ count, x1, x2, y }: Examples): Iterable<Vector> {
  for (let one = 0; one < count; one++) {
    if (y[one] <= 0.5) continue;
    for (let zero = 0; zero < count; zero++) if (y[zero] <= 0.5) yield [x1[one] - x1[zero], x2[one] - x2[zero]];
  }
}

function isPartedByPoint({ count, x1, y }: Examples): boolean {
  const of = (label: number): readonly number[] =>
    Array.from(x1.subarray(0, count)).filter((_, row) => y[row] === label);
  const [zeros, ones] = [of(0), of(1)];
  const isBelow = (a: readonly number[], b: readonly number[]): boolean => Math.max(...a) < Math.min(...b);
  return isBelow(zeros, ones) || isBelow(ones, zeros);
}
