// What each unit of a network said and handed back: for one example of the batch, or the mean over all of them. The mean of
// a unit's deltas is the gradient of its bias, unless micro-batches of unlike size weigh alike in it.

import type { UnitNumbers } from '../../drawing/networkUnits.ts';
import type { BatchInspection } from '../../training/network/inspect.ts';
import type { Vector } from '../../training/vector.ts';

/** @param row of the batch; null for the mean */
export function unitNumbers({ count, inputs, layers }: BatchInspection, row: number | null): UnitNumbers {
  const pick = (column: Vector): readonly number[] =>
    Array.from({ length: column.length / count }, (_, unit) =>
      row === null ? mean(column, unit * count, count) : column[unit * count + row],
    );
  return {
    values: [pick(inputs), ...layers.map(({ value }) => pick(value))],
    deltas: [[], ...layers.map(({ delta }) => pick(delta))],
    isMean: row === null,
  };
}

function mean(numbers: Vector, from: number, count: number): number {
  let sum = 0;
  for (let i = from; i < from + count; i++) sum += numbers[i];
  return sum / count;
}

/** The row of the batch that is shown: of the example that is pointed at, else of the one that is chosen; null for the mean. */
export function shownRow(batch: Int32Array, lit: number | null, chosen: number | null): number | null {
  for (const example of [lit, chosen]) {
    const row = example === null ? -1 : batch.indexOf(example);
    if (row >= 0) return row;
  }
  return null;
}
