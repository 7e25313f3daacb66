// What each unit of a network said and handed back: for one example of the batch, or the mean over all of them, in which
// micro-batches count alike, as they do in the gradient: so the mean of a unit's deltas is the gradient of its bias.

import type { UnitNumbers } from '../../drawing/networkUnits.ts';
import type { BatchInspection } from '../../training/network/inspect.ts';
import type { Part } from '../../training/run/parts.ts';
import type { Vector } from '../../training/vector.ts';

/** @param row of the batch; null for the mean */
export function unitNumbers(
  { count, inputs, layers }: BatchInspection,
  row: number | null,
  parts: readonly Part[],
): UnitNumbers {
  const pick = (column: Vector): readonly number[] =>
    Array.from({ length: column.length / count }, (_, unit) =>
      row === null ? meanOfMeans(column, unit * count, parts) : column[unit * count + row],
    );
  return {
    values: [pick(inputs), ...layers.map(({ value }) => pick(value))],
    deltas: [[], ...layers.map(({ delta }) => pick(delta))],
    isMean: row === null,
  };
}

function meanOfMeans(numbers: Vector, start: number, parts: readonly Part[]): number {
  let total = 0;
  for (const { from, to } of parts) {
    let sum = 0;
    for (let i = start + from; i < start + to; i++) sum += numbers[i];
    total += sum / (to - from);
  }
  return total / parts.length;
}

/** The row of the batch that is shown: of the example that is pointed at, else of the one that is chosen; null for the mean. */
export function shownRow(batch: Int32Array, lit: number | null, chosen: number | null): number | null {
  for (const example of [lit, chosen]) {
    const row = example === null ? -1 : batch.indexOf(example);
    if (row >= 0) return row;
  }
  return null;
}
