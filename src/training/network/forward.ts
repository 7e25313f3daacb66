// Forward: what a network makes of a block of examples, layer by layer.
// z = W a + b, a = f(z) in every hidden layer; the output layer does not bend. Then the loss of each example.

import type { Vector } from '../vector.ts';
import { affine } from './matrix.ts';
import type { Pass } from './pass.ts';

/** Fills sums and values of all layers for the `count` examples whose inputs stand in the pass. */
export function forward(pass: Pass, weights: Vector, count: number): void {
  const { layers, last, network } = pass;
  let below = pass.inputs;
  for (const layer of layers) {
    affine(weights, layer.place, below, count, layer.sum);
    if (layer !== last) network.activation.value(layer.sum, layer.place.units * count, layer.value);
    below = layer.value;
  }
}

/** Scores the outputs: fills the loss of each of the `count` examples and returns total + loss + loss + ... */
export function addLosses(pass: Pass, count: number, total: number): number {
  const { network, last, target, loss, kept } = pass;
  network.loss.value(last.value, target, network.outputs, count, loss, kept);
  let sum = total;
  for (let e = 0; e < count; e++) sum += loss[e];
  return sum;
}
