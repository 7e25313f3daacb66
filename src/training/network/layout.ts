// Where a network's weights stand in one flat vector: for each layer its matrix W row by row (a row for each unit, a number
// for each input), then its biases b. The order of PyTorch's parameters(): W1, b1, W2, b2, ...

import { quoted } from '../quoted.ts';

export const largest = {
  /** Hidden layers of a network. */
  hiddenLayers: 4,
  /** Units of a hidden layer, and of the only one. */
  units: 8,
  unitsOfOnlyLayer: 16,
  inputs: 8,
  outputs: 6,
} as const;

/** One layer's place in the vector: weight (unit, input) at `weights + unit * inputs + input`, its bias at `biases + unit`. */
export interface LayerPlace {
  readonly inputs: number;
  readonly units: number;
  readonly weights: number;
  readonly biases: number;
  /** Past the layer's last number. */
  readonly end: number;
}

export interface Layout {
  /** Inputs, units of each hidden layer, outputs. */
  readonly sizes: readonly number[];
  /** One for each layer of weights: sizes.length - 1. */
  readonly layers: readonly LayerPlace[];
  /** All weights and biases. */
  readonly dimension: number;
}

/** One number of the vector: all counted from 0. A bias has no input. */
export interface WeightPlace {
  readonly layer: number;
  readonly unit: number;
  readonly input: number | null;
}

/** @throws RangeError that names the size refused. */
export function layoutOf(sizes: readonly number[]): Layout {
  checkSizes(sizes);
  const layers: LayerPlace[] = [];
  let end = 0;
  for (const [index, units] of sizes.entries()) {
    if (index === 0) continue;
    const inputs = sizes[index - 1];
    const weights = end;
    const biases = weights + units * inputs;
    end = biases + units;
    layers.push({ inputs, units, weights, biases, end });
  }
  return { sizes, layers, dimension: end };
}

function checkSizes(sizes: readonly number[]): void {
  const hidden = sizes.slice(1, -1);
  if (sizes.length < 2) throw new RangeError('A network has inputs and outputs.');
  if (hidden.length > largest.hiddenLayers)
    throw new RangeError(`A network has at most ${largest.hiddenLayers} hidden layers, not ${hidden.length}.`);
  checkSize('inputs', sizes[0], largest.inputs);
  const most = hidden.length === 1 ? largest.unitsOfOnlyLayer : largest.units;
  for (const [index, units] of hidden.entries()) checkSize(`units in hidden layer ${index + 1}`, units, most);
  checkSize('outputs', sizes[sizes.length - 1], largest.outputs);
}

function checkSize(what: string, size: number, most: number): void {
  if (!Number.isInteger(size) || size < 1 || size > most)
    throw new RangeError(`The number of ${what} is a whole number from 1 to ${most}, not ${size}.`);
}

/** @throws RangeError for an index outside the vector. */
export function placeOfWeight({ layers, dimension }: Layout, index: number): WeightPlace {
  if (!Number.isInteger(index) || index < 0 || index >= dimension)
    throw new RangeError(`The weights are numbered from 0 to ${dimension - 1}, not ${index}.`);
  const layer = layers.findIndex(({ end }) => index < end);
  const { inputs, weights, biases } = layers[layer];
  if (index >= biases) return { layer, unit: index - biases, input: null };
  const offset = index - weights;
  return { layer, unit: Math.floor(offset / inputs), input: offset % inputs };
}

/** `W1[2,1]`: layer 1, unit 2, input 1. `b1[2]`: the bias of that unit. Counted from 1, as in formulas. */
export function nameOfWeight(layout: Layout, index: number): string {
  const { layer, unit, input } = placeOfWeight(layout, index);
  return input === null ? `b${layer + 1}[${unit + 1}]` : `W${layer + 1}[${unit + 1},${input + 1}]`;
}

/** @throws RangeError for a name that is none or names a weight that is not there. */
export function indexOfWeight({ layers }: Layout, name: string): number {
  const match = /^(?:W([1-9]\d*)\[([1-9]\d*),([1-9]\d*)\]|b([1-9]\d*)\[([1-9]\d*)\])$/.exec(name.replaceAll(' ', ''));
  if (match === null) throw new RangeError(`A weight is named as W1[2,1] or b1[2], not ${quoted(name)}.`);
  const isBias = match[4] !== undefined;
  const [layer, unit] = [Number(match[isBias ? 4 : 1]), Number(match[isBias ? 5 : 2])];
  const place = layers[layer - 1];
  const input = isBias ? 1 : Number(match[3]);
  if (place === undefined || unit > place.units || input > place.inputs)
    throw new RangeError(`There is no weight ${quoted(name)} in this network.`);
  return isBias ? place.biases + unit - 1 : place.weights + (unit - 1) * place.inputs + input - 1;
}
