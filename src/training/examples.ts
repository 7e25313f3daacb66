// Training examples as columns. A whole data set and one mini-batch have the same type.

export interface Examples {
  /** Number of rows in use; the columns may be longer. */
  count: number;
  /** First feature. */
  readonly x1: Float64Array;
  /** Second feature; all zero for models of one feature. */
  readonly x2: Float64Array;
  /** Target. */
  readonly y: Float64Array;
}

export function allocateExamples(capacity: number): Examples {
  return {
    count: capacity,
    x1: new Float64Array(capacity),
    x2: new Float64Array(capacity),
    y: new Float64Array(capacity),
  };
}

/** The indices of `count` rows from the first to the last. */
export const inOrder = (count: number): Int32Array => Int32Array.from({ length: count }, (_, index) => index);

/** Copies the rows `indices[from..from + count)` of `source` into the first rows of `target` and sets its count. */
export function gatherExamples(
  source: Examples,
  indices: Int32Array,
  from: number,
  count: number,
  target: Examples,
): void {
  const { x1, x2, y } = source;
  const { x1: targetX1, x2: targetX2, y: targetY } = target;
  for (let row = 0; row < count; row++) {
    const index = indices[from + row];
    targetX1[row] = x1[index];
    targetX2[row] = x2[index];
    targetY[row] = y[index];
  }
  target.count = count;
}

/** The rows with these indices, as examples of their own. */
export function gathered(source: Examples, indices: Int32Array): Examples {
  const rows = allocateExamples(indices.length);
  gatherExamples(source, indices, 0, indices.length, rows);
  return rows;
}
