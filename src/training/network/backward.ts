// Backward: the chain rule from the outputs to the first layer, after `forward` and `addLosses` for the same weights.
// delta = d loss / d z. At the outputs it is the derivative of the loss; below, delta = f'(z) (W^T delta of the layer above).
// The gradient of a weight is delta of its unit times the value at its input, of a bias delta itself
// (D. E. Rumelhart, G. E. Hinton, and R. J. Williams, Learning representations by back-propagating errors, 1986).

import type { Vector } from '../vector.ts';
import { addProducts, addSums, addTransposed } from './matrix.ts';
import type { Pass } from './pass.ts';

/** Fills delta (and, of hidden layers, the slopes) of all layers for the block's `count` examples. */
export function backward(pass: Pass, weights: Vector, count: number): void {
  const { layers, last, target, kept, network } = pass;
  network.loss.derivative(last.value, target, network.outputs, count, last.delta, kept);
  for (let index = layers.length - 1; index > 0; index--) {
    const above = layers[index];
    const { sum, value, slope, delta, place } = layers[index - 1];
    const size = place.units * count;
    for (let at = 0; at < size; at++) delta[at] = 0;
    addTransposed(weights, above.place, above.delta, count, delta);
    network.activation.derivative(sum, value, size, slope);
    for (let at = 0; at < size; at++) delta[at] *= slope[at];
  }
}

/** Adds the gradients of the block's examples, one after the other, to `gradient`. */
export function addGradients(pass: Pass, count: number, gradient: Vector): void {
  let below = pass.inputs;
  for (const { place, delta, value } of pass.layers) {
    addProducts(place, delta, below, count, gradient);
    addSums(place, delta, count, gradient);
    below = value;
  }
}
