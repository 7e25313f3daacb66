// A data set as a network sees it: a column for each input and a column of targets for each output.

import type { Examples } from '../examples.ts';
import type { Vector } from '../vector.ts';
import type { ComputedNetwork } from './computed.ts';
import type { Pass } from './pass.ts';

export interface DataColumns {
  readonly inputs: readonly Vector[];
  readonly targets: readonly Vector[];
}

function columnsOf({ spec, inputs, loss, outputs }: ComputedNetwork, { count, x1, x2, y }: Examples): DataColumns {
  const column = (value: (row: number) => number): Vector =>
    Float64Array.from({ length: count }, (_, row) => value(row));
  return {
    inputs: inputs.map((input) => column((row) => input.value(x1[row], x2[row]))),
    targets: Array.from({ length: outputs }, (_, k) => column((row) => loss.target(y[row], k, spec.classes))),
  };
}

/** Makes the columns of a data set when it is first met. A data set once given must not change. */
export class ColumnsCache {
  private readonly network: ComputedNetwork;
  private readonly kept = new WeakMap<Examples, DataColumns>();
  private lastExamples: Examples | null = null;
  private lastColumns: DataColumns = { inputs: [], targets: [] };

  constructor(network: ComputedNetwork) {
    this.network = network;
  }

  of(examples: Examples): DataColumns {
    if (examples !== this.lastExamples) {
      const columns = this.kept.get(examples) ?? columnsOf(this.network, examples);
      this.kept.set(examples, columns);
      this.lastExamples = examples;
      this.lastColumns = columns;
    }
    return this.lastColumns;
  }
}

/** Copies the rows order[from, from + count), or without an order the rows from .. from + count - 1, into the pass. */
export function gather(columns: DataColumns, order: Int32Array | null, from: number, count: number, pass: Pass): void {
  gatherColumns(columns.inputs, order, from, count, pass.inputs);
  gatherColumns(columns.targets, order, from, count, pass.target);
}

function gatherColumns(
  columns: readonly Vector[],
  order: Int32Array | null,
  from: number,
  count: number,
  into: Vector,
): void {
  for (let index = 0; index < columns.length; index++) {
    const column = columns[index];
    const to = index * count;
    if (order === null) for (let e = 0; e < count; e++) into[to + e] = column[from + e];
    else for (let e = 0; e < count; e++) into[to + e] = column[order[from + e]];
  }
}
