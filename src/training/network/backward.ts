// Backward: the chain rule from the outputs to the first layer, after `forward` and `addLosses` for the same weights.
// delta = d loss / d z. At the outputs it is the derivative of the loss; below, delta = f'(z) (W^T delta of the layer above).
// The gradient of a weight is delta of its unit times the value at its input, of a bias delta itself
// (D. E. Rumelhart, G. E. Hinton, and R. J. Williams, Learning representations by back-propagating errors, 1986).

import type { Vector } from '../vector.ts';
import { linear } from './activations/linear.ts';
import { transposed } from './matrix.ts';
import type { Pass } from './pass.ts';
import { addProducts } from './products.ts';

/** Fills delta of all layers for the block's `count` examples, and adds to the squares. */
export function backward(pass: Pass, weights: Vector, count: number): void {
  const { layers, last, target, kept, network, squares } = pass;
  network.loss.derivative(last.value, target, network.outputs, count, last.delta, kept);
  for (let index = layers.length - 1; index >= 0; index--) {
    const { sum, value, delta, place } = layers[index];
    // The outputs do not bend.
    const activation = layers[index] === last ? linear : network.activation;
    activation.backward(sum, value, place.units * count, delta, squares, 2 * index);
    if (index > 0) transposed(weights, place, delta, count, layers[index - 1].delta);
  }
}

/** Adds the gradients of the block's examples, one after the other, to `gradient`, or to 0 where `isNew`; then divides by `by`. */
export function addGradients(pass: Pass, count: number, gradient: Vector, isNew: boolean, by: number): void {
  let below = pass.inputs;
  for (const { place, delta, value } of pass.layers) {
    addProducts(place, delta, below, count, gradient, true, isNew, by);
    below = value;
  }
}
