// The log of a run: which numbers a step leaves behind, and in which order they lie in memory. Of a pair of weights everything
// is kept; of more only the weights, with the lengths of gradient and update: the rest of any step is had by preview.

import type { Vector } from '../vector.ts';
import type { Loop } from './loop.ts';
import type { StepLayout } from './run.ts';

/** Of a model of two weights. */
export const pairLayout: StepLayout = { dimension: 2, layers: 0 };

/** Steps taken, as columns of equal length: row r is step `firstStep + r`. */
export interface Steps {
  readonly firstStep: number;
  readonly count: number;
  readonly layout: StepLayout;
  /** All columns one after the other, each `capacity` numbers long, in the order of `stepColumns`. */
  readonly buffer: Float64Array<ArrayBuffer>;
  readonly capacity: number;
}

export const scalars = ['batchLoss', 'learningRate', 'batchSize', 'epoch'] as const;
export const lengths = ['gradientLength', 'updateLength'] as const;
/** Root mean squares over a layer: of its units' activations and deltas on the batch, and of its part of each vector. */
export const layerQuantities = ['activation', 'delta', 'gradient', 'update', 'weights'] as const;
export type LayerQuantity = (typeof layerQuantities)[number];

/**
 * `w1`, `w2`, ... are the weights before the step; after it they are weights + update. `gradient` is the mean over the
 * step's examples, before it is clipped or joins an older sum. Layers are counted from 1.
 */
export type StepColumn =
  | `w${number}`
  | `gradient${1 | 2}`
  | `update${1 | 2}`
  | (typeof scalars)[number]
  | (typeof lengths)[number]
  | `${LayerQuantity}Size${number}`;

/** Whether all of gradient and update is kept. */
export const keepsVectors = ({ dimension, layers }: StepLayout): boolean => dimension === 2 && layers === 0;

/** The columns of a step in the order of the buffer. */
export function stepColumns(layout: StepLayout): readonly StepColumn[] {
  return columnsOf(layout).names;
}

/** How many they are. */
export const stepColumnCount = (layout: StepLayout): number =>
  sizesFrom(layout) + layerQuantities.length * layout.layers;

/** Where the first of the scalars stands. */
const scalarsFrom = (layout: StepLayout): number => layout.dimension * (keepsVectors(layout) ? 3 : 1);

const sizesFrom = (layout: StepLayout): number =>
  scalarsFrom(layout) + scalars.length + (keepsVectors(layout) ? 0 : lengths.length);

interface Columns {
  readonly names: readonly StepColumn[];
  readonly places: ReadonlyMap<StepColumn, number>;
}

const known = new Map<string, Columns>();

function columnsOf(layout: StepLayout): Columns {
  const key = `${layout.dimension},${layout.layers}`;
  let columns = known.get(key);
  if (columns === undefined) {
    const names = namesOf(layout);
    columns = { names, places: new Map(names.map((name, place) => [name, place])) };
    known.set(key, columns);
  }
  return columns;
}

function namesOf(layout: StepLayout): StepColumn[] {
  const numbered = <Name extends string>(name: Name, count: number) =>
    Array.from({ length: count }, (_, index) => `${name}${index + 1}` as const);
  const sizes = numbered('', layout.layers).flatMap((layer) =>
    layerQuantities.map((quantity) => `${quantity}Size${layer}` as StepColumn),
  );
  const weights = numbered('w', layout.dimension);
  return keepsVectors(layout)
    ? [...weights, 'gradient1', 'gradient2', 'update1', 'update2', ...scalars, ...sizes]
    : [...weights, ...scalars, ...lengths, ...sizes];
}

/** Room for `capacity` steps. */
export const allocateSteps = (layout: StepLayout, capacity: number): Float64Array<ArrayBuffer> =>
  new Float64Array(capacity * stepColumnCount(layout));

/** One column of `steps` as a view of `count` numbers, no copy. @throws RangeError where the layout has no such column */
export function stepColumn(steps: Steps, column: StepColumn): Float64Array {
  return stepColumnAt(steps, placeOfColumn(steps.layout, column));
}

/** The column that stands at `place` in the order of `stepColumns`. */
export function stepColumnAt({ buffer, capacity, count }: Steps, place: number): Float64Array {
  return buffer.subarray(place * capacity, place * capacity + count);
}

/** @throws RangeError where the layout has no such column */
export function placeOfColumn(layout: StepLayout, column: StepColumn): number {
  const place = columnsOf(layout).places.get(column);
  if (place === undefined) throw new RangeError(`A step of ${layout.dimension} weights has no column ${column}.`);
  return place;
}

/** Where the steps from `firstStep` on are written. */
export type StepRows = Pick<Steps, 'firstStep' | 'buffer' | 'capacity'>;

/** Writes the step that a loop has prepared. */
export type StepWriter = (loop: Loop, rows: StepRows) => void;

/** Of two weights. */
export const writePair: StepWriter = (
  { step, weights, gradient, update, batchLoss, learningRate, size, epoch },
  rows,
) => writePairStep(rows, step, weights, gradient, update, batchLoss, learningRate, size, epoch);

/** Writes a step of two weights, `size` examples of epoch `epoch`. */
export function writePairStep(
  { firstStep, buffer, capacity }: StepRows,
  step: number,
  weights: Vector,
  gradient: Vector,
  update: Vector,
  batchLoss: number,
  learningRate: number,
  size: number,
  epoch: number,
): void {
  const row = step - firstStep;
  buffer[row] = weights[0];
  buffer[row + capacity] = weights[1];
  buffer[row + 2 * capacity] = gradient[0];
  buffer[row + 3 * capacity] = gradient[1];
  buffer[row + 4 * capacity] = update[0];
  buffer[row + 5 * capacity] = update[1];
  buffer[row + 6 * capacity] = batchLoss;
  buffer[row + 7 * capacity] = learningRate;
  buffer[row + 8 * capacity] = size;
  buffer[row + 9 * capacity] = epoch;
}
