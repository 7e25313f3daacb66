// Standardisation: from every number the mean of its column is taken, and the rest divided by its standard deviation, both
// of the training part alone. Two numbers a column, by which the pictures find back to the units of the data.

import { allocateExamples, type Examples, inOrder } from '../examples.ts';
import { deviationAt, type ExampleKind, meanAt } from './arrangement.ts';

/** z = (value - shift) / scale. */
export interface ColumnScaling {
  readonly shift: number;
  /** Above 0. */
  readonly scale: number;
}

export interface Scaling {
  readonly x1: ColumnScaling;
  readonly x2: ColumnScaling;
  readonly y: ColumnScaling;
}

export const unchanged: ColumnScaling = { shift: 0, scale: 1 };

/** How far the numbers are brought to a scale of their own: not, only to a mean of 0, or to a standard deviation of 1 too. */
export type ScaleDegree = 'none' | 'centred' | 'standardised';

/** Classes stay what they are, and so do targets that nothing predicts. */
export function scalingOf(
  training: Examples,
  { features, classes, hasTarget }: ExampleKind,
  degree: ScaleDegree,
): Scaling {
  const rows = inOrder(training.count);
  const of = (column: Float64Array): ColumnScaling => {
    if (degree === 'none') return unchanged;
    const deviation = degree === 'centred' ? 1 : deviationAt(column, rows);
    // What does not vary, or less than numbers can say, stays at its scale.
    return { shift: meanAt(column, rows), scale: deviation > 1e-150 ? deviation : 1 };
  };
  return {
    x1: of(training.x1),
    x2: features === 2 ? of(training.x2) : unchanged,
    y: hasTarget && classes === 0 ? of(training.y) : unchanged,
  };
}

export const scaledValue = (value: number, { shift, scale }: ColumnScaling): number => (value - shift) / scale;

/** The examples as they are trained on. */
export function scaledExamples(examples: Examples, { x1, x2, y }: Scaling): Examples {
  const scaled = allocateExamples(examples.count);
  for (let row = 0; row < examples.count; row++) {
    scaled.x1[row] = scaledValue(examples.x1[row], x1);
    scaled.x2[row] = scaledValue(examples.x2[row], x2);
    scaled.y[row] = scaledValue(examples.y[row], y);
  }
  return scaled;
}
