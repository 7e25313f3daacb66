// Points held out as a test: as nearly as whole points allow the same share of each class, drawn at random; the others are
// trained on.

import { allocateExamples, type Examples, gatherExamples } from '../examples.ts';
import type { Random } from '../random.ts';

export interface HeldOut {
  /** Both in the order of the examples they were taken from. */
  readonly training: Examples;
  readonly test: Examples;
}

export const largestTestShare = 0.5;

/** How many of `count` examples are held out. */
export const heldOutCount = (count: number, share: number): number => Math.round(share * count);

/**
 * Holds out `share` of the examples, class by class (numbers as targets count as one class). A larger share holds out the
 * same points and more. `random` is a generator of its own, so that the points stay what they are.
 * @throws RangeError for a share outside 0 to 0.5.
 */
export function holdOut(examples: Examples, share: number, classes: number, random: Random): HeldOut {
  if (!(share >= 0 && share <= largestTestShare))
    throw new RangeError(`The share held out for testing is from 0 to ${largestTestShare}, not ${share}.`);
  // One order in which the classes take turns as evenly as their sizes allow: any share of it has its share of each.
  const drawn = rowsByClass(examples, classes).flatMap((rows) => {
    random.shuffle(rows);
    return Array.from(rows, (row, place) => ({ row, turn: (place + 0.5) / rows.length }));
  });
  drawn.sort((a, b) => a.turn - b.turn);
  const isHeldOut = new Uint8Array(examples.count);
  for (const { row } of drawn.slice(0, heldOutCount(examples.count, share))) isHeldOut[row] = 1;
  return { training: rowsWith(examples, isHeldOut, 0), test: rowsWith(examples, isHeldOut, 1) };
}

function rowsByClass({ count, y }: Examples, classes: number): readonly Int32Array[] {
  const rows = Int32Array.from({ length: count }, (_, row) => row);
  if (classes === 0) return [rows];
  return Array.from({ length: classes }, (_, own) => rows.filter((row) => y[row] === own));
}

function rowsWith(examples: Examples, marks: Uint8Array, mark: number): Examples {
  const rows = Int32Array.from(marks.keys()).filter((row) => marks[row] === mark);
  const chosen = allocateExamples(rows.length);
  gatherExamples(examples, rows, 0, rows.length, chosen);
  return chosen;
}
