// Backward: the chain rule from the outputs to the first layer, after `forward` and `addLosses` for the same weights.
// delta = d loss / d z. At the outputs it is the derivative of the loss; below, delta = f'(z) (W^T delta of the layer above).
// The gradient of a weight is delta of its unit times the value at its input, of a bias delta itself
// (D. E. Rumelhart, G. E. Hinton, and R. J. Williams, Learning representations by back-propagating errors, 1986).

import type { Vector } from '../vector.ts';
import { addProducts, addSums, transposed } from './matrix.ts';
import type { LayerPass, Pass } from './pass.ts';

/** Fills delta (and, of hidden layers, the slopes) of all layers for the block's `count` examples, and adds to the squares. */
export function backward(pass: Pass, weights: Vector, count: number): void {
  const { layers, last, target, kept, network, squares } = pass;
  network.loss.derivative(last.value, target, network.outputs, count, last.delta, kept);
  addSquares(last, count, squares, layers.length - 1);
  for (let index = layers.length - 1; index > 0; index--) {
    const above = layers[index];
    const below = layers[index - 1];
    const { sum, value, slope, delta, place } = below;
    transposed(weights, above.place, above.delta, count, delta);
    network.activation.derivative(sum, value, place.units * count, slope);
    bend(below, count, squares, index - 1);
  }
}

/** delta = f'(z) delta, and the squares of the layer in the same go, which so take no time of their own. */
function bend({ place, value, slope, delta }: LayerPass, count: number, squares: Vector, layer: number): void {
  let ofValues = squares[2 * layer];
  let ofDeltas = squares[2 * layer + 1];
  for (let at = 0; at < place.units * count; at++) {
    const bent = delta[at] * slope[at];
    delta[at] = bent;
    ofValues += value[at] * value[at];
    ofDeltas += bent * bent;
  }
  squares[2 * layer] = ofValues;
  squares[2 * layer + 1] = ofDeltas;
}

function addSquares({ place, value, delta }: LayerPass, count: number, squares: Vector, layer: number): void {
  let ofValues = squares[2 * layer];
  let ofDeltas = squares[2 * layer + 1];
  for (let at = 0; at < place.units * count; at++) {
    ofValues += value[at] * value[at];
    ofDeltas += delta[at] * delta[at];
  }
  squares[2 * layer] = ofValues;
  squares[2 * layer + 1] = ofDeltas;
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
