// The range of a loss surface, its overflows left out.

/** Smallest and largest of the finite values noted; `minimum` stays above `maximum` as long as there are none. */
export interface Range {
  minimum: number;
  maximum: number;
}

export const emptyRange = (): Range => ({ minimum: Number.POSITIVE_INFINITY, maximum: Number.NEGATIVE_INFINITY });

/** The range noted; NaN where there is no finite value. */
export const extremesOf = ({ minimum, maximum }: Range): Range =>
  minimum > maximum ? { minimum: Number.NaN, maximum: Number.NaN } : { minimum, maximum };

/** Notes the values [from, to): whoever fills a grid does so row by row, while they are at hand. */
export function noteValues(range: Range, values: Float64Array, from: number, to: number): void {
  let { minimum, maximum } = range;
  for (let cell = from; cell < to; cell++) {
    const value = values[cell];
    if (value < minimum && value > Number.NEGATIVE_INFINITY) minimum = value;
    if (value > maximum && value < Number.POSITIVE_INFINITY) maximum = value;
  }
  range.minimum = minimum;
  range.maximum = maximum;
}

/** Smallest and largest of the finite values; NaN when there is none. */
export function extremes(values: Float64Array): Range {
  const range = emptyRange();
  noteValues(range, values, 0, values.length);
  return extremesOf(range);
}
