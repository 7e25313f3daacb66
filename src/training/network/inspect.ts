// One mini-batch through every layer, kept: each example's sums, values, and deltas in each unit, and its own gradient.
// The gradient of the batch is the mean of the examples' gradients: delta of the unit times the value at its input.

import type { Vector } from '../vector.ts';
import { slopesOf } from './activation.ts';
import { addGradients, backward } from './backward.ts';
import { type DataColumns, gather } from './columns.ts';
import type { ComputedNetwork } from './computed.ts';
import { addLosses, forward } from './forward.ts';
import type { Layout } from './layout.ts';
import { type LayerPass, makePass, type Pass } from './pass.ts';

/** Of each hidden layer and the outputs. Unit j of example e stands at [j * count + e]. */
export type LayerInspection = Pick<LayerPass, 'sum' | 'value' | 'slope' | 'delta'>;

/** Plain data: it crosses to the page. */
export interface BatchInspection {
  readonly count: number;
  /** Input i of example e at [i * count + e]. */
  readonly inputs: Vector;
  /** What output k should be for example e, at [k * count + e]. */
  readonly target: Vector;
  readonly loss: Vector;
  readonly layers: readonly LayerInspection[];
  /** Example after example, D numbers each. */
  readonly exampleGradients: Vector;
  /** Means over the batch: the same bits as the training loop's. */
  readonly meanLoss: number;
  readonly gradient: Vector;
}

/** Sends the rows order[from, to) forward and backward. */
export function inspectBatch(
  network: ComputedNetwork,
  weights: Vector,
  columns: DataColumns,
  order: Int32Array,
  from: number,
  to: number,
): BatchInspection {
  const count = to - from;
  const pass = makePass(network, count);
  gather(columns, order, from, count, pass);
  forward(pass, weights, count);
  const meanLoss = addLosses(pass, count, 0) / count;
  backward(pass, weights, count);
  const gradient = new Float64Array(weights.length);
  addGradients(pass, count, gradient, true, count);
  const layers = pass.layers.map(({ place, sum, value, slope, delta }) => {
    if (value !== sum) slopesOf(network.activation, sum, value, place.units * count, slope);
    return { sum, value, slope, delta };
  });
  const exampleGradients = gradientsOfExamples(pass, weights.length, count);
  const { inputs, target, loss } = pass;
  return { count, inputs, target, loss, layers, exampleGradients, meanLoss, gradient };
}

function gradientsOfExamples(pass: Pass, dimension: number, count: number): Vector {
  const gradients = new Float64Array(dimension * count);
  for (let e = 0; e < count; e++) {
    let below = pass.inputs;
    for (const { place, delta, value } of pass.layers) {
      let at = e * dimension + place.weights;
      for (let unit = 0; unit < place.units; unit++) {
        for (let input = 0; input < place.inputs; input++)
          gradients[at++] = delta[unit * count + e] * below[input * count + e];
      }
      for (let unit = 0; unit < place.units; unit++) gradients[at++] = delta[unit * count + e];
      below = value;
    }
  }
  return gradients;
}

/** The root of the mean square of a layer's numbers in a vector of weights, a gradient, or an update, layer by layer. */
export function sizesByLayer({ layers }: Layout, vector: Vector): readonly number[] {
  return layers.map(({ weights, end }) => rootMeanSquare(vector.subarray(weights, end)));
}

export function rootMeanSquare(numbers: Vector): number {
  let squares = 0;
  for (const number of numbers) squares += number * number;
  return Math.sqrt(squares / numbers.length);
}

/** dead: its slope is exactly 0 on all examples; saturated: on all below a twentieth of the largest that f' takes. */
export type UnitState = 'active' | 'saturated' | 'dead';

const saturatedBelow = 0.05;

/** The state of each unit of each hidden layer on the `count` examples of the columns: no gradient, or next to none, passes it. */
export function unitStates(
  network: ComputedNetwork,
  weights: Vector,
  columns: DataColumns,
  count: number,
): readonly (readonly UnitState[])[] {
  const pass = makePass(network, count);
  gather(columns, null, 0, count, pass);
  forward(pass, weights, count);
  return pass.layers.slice(0, -1).map(({ place, sum, value, slope }) => {
    slopesOf(network.activation, sum, value, place.units * count, slope);
    return Array.from({ length: place.units }, (_, unit) =>
      stateOf(slope.subarray(unit * count, (unit + 1) * count), saturatedBelow * network.activation.largestSlope),
    );
  });
}

function stateOf(slopes: Vector, limit: number): UnitState {
  let largest = 0;
  for (const slope of slopes) largest = Math.max(largest, Math.abs(slope));
  if (largest === 0) return 'dead';
  return largest < limit ? 'saturated' : 'active';
}

/** The first layer, counted from 0, whose part of a vector is not finite; null where all of it is. */
export function overflowingPart({ layers }: Layout, vector: Vector): number | null {
  const index = layers.findIndex(({ weights, end }) => !vector.subarray(weights, end).every(Number.isFinite));
  return index < 0 ? null : index;
}

/**
 * Where a batch first ran into numbers that are not finite: on its way forward the lowest such layer, else (the outputs
 * still finite) on its way back the highest one; null where all is finite. Counted from 0.
 */
export function overflowingLayer({ layers }: BatchInspection): number | null {
  const forwards = layers.findIndex(({ sum, value }) => !sum.every(Number.isFinite) || !value.every(Number.isFinite));
  if (forwards >= 0) return forwards;
  const back = layers.findLastIndex(({ delta }) => !delta.every(Number.isFinite));
  return back < 0 ? null : back;
}
