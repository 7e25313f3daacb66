// How everything in a pass changes as the weights move along a direction v: R(z) = W R(a) + V a + c, R(a) = f'(z) R(z), with
// V and c the direction's parts for W and b. Back again, R(delta) = f'(z) (V^T delta + W^T R(delta) above) + f''(z) R(z) W^T delta,
// which gives the Hessian times v exactly, at about the price of two gradients
// (B. A. Pearlmutter, Fast exact multiplication by the Hessian, Neural Computation 6, 1994).

import type { Vector } from '../vector.ts';
import { slopesOf } from './activation.ts';
import type { ComputedNetwork } from './computed.ts';
import { addLinear, addTransposed, affine, transposed } from './matrix.ts';
import { blockSize, type LayerPass, type Pass } from './pass.ts';
import { addProducts } from './products.ts';

interface LayerTangent {
  /** R(z) and R(a); of the output layer one and the same. */
  readonly sum: Vector;
  readonly value: Vector;
  /** f''(z). */
  readonly bend: Vector;
  /** W^T delta of the layer above, before it is bent. */
  readonly passedDown: Vector;
  /** R(delta). */
  readonly delta: Vector;
}

/** The tangents that belong to a pass of the same network, layer by layer. */
export type Tangent = readonly LayerTangent[];

export function makeTangent({ layout }: ComputedNetwork, capacity = blockSize): Tangent {
  return layout.layers.map(({ units }, index): LayerTangent => {
    const column = (): Vector => new Float64Array(units * capacity);
    const sum = column();
    const isLast = index === layout.layers.length - 1;
    return { sum, value: isLast ? sum : column(), bend: column(), passedDown: column(), delta: column() };
  });
}

/** After `forward`: fills R(z) and R(a) of all layers for a block of `count` examples. Leaves the slopes in the pass. */
export function forwardTangent(pass: Pass, tangent: Tangent, weights: Vector, direction: Vector, count: number): void {
  const { network, layers, last } = pass;
  let below = pass.inputs;
  for (let index = 0; index < layers.length; index++) {
    const { place, sum, value, slope } = layers[index];
    const moved = tangent[index];
    const size = place.units * count;
    affine(direction, place, below, count, moved.sum);
    // The inputs themselves do not change.
    if (index > 0) addLinear(weights, place, tangent[index - 1].value, count, moved.sum);
    if (layers[index] !== last) {
      slopesOf(network.activation, sum, value, size, slope);
      for (let at = 0; at < size; at++) moved.value[at] = slope[at] * moved.sum[at];
    }
    below = value;
  }
}

/** After `forwardTangent` and `backward`: fills R(delta) of all layers. */
export function backwardTangent(pass: Pass, tangent: Tangent, weights: Vector, direction: Vector, count: number): void {
  const { network, layers, last, target, kept } = pass;
  const outputs = tangent[tangent.length - 1];
  network.loss.secondDerivative(last.value, target, network.outputs, count, outputs.sum, outputs.delta, kept);
  for (let index = layers.length - 1; index > 0; index--)
    passDown(network, layers[index], tangent[index], layers[index - 1], tangent[index - 1], weights, direction, count);
}

function passDown(
  network: ComputedNetwork,
  above: LayerPass,
  movedAbove: LayerTangent,
  below: LayerPass,
  moved: LayerTangent,
  weights: Vector,
  direction: Vector,
  count: number,
): void {
  const { passedDown, delta, bend } = moved;
  const size = below.place.units * count;
  network.activation.secondDerivative(below.sum, below.value, size, bend);
  transposed(weights, above.place, above.delta, count, passedDown);
  transposed(direction, above.place, above.delta, count, delta);
  addTransposed(weights, above.place, movedAbove.delta, count, delta);
  for (let at = 0; at < size; at++) delta[at] = below.slope[at] * delta[at] + bend[at] * moved.sum[at] * passedDown[at];
}

/** Adds to `into` the Hessian of each example's loss times the direction: R of delta times value. */
export function addHessianProducts(pass: Pass, tangent: Tangent, count: number, into: Vector): void {
  let below = pass.inputs;
  for (let index = 0; index < pass.layers.length; index++) {
    const { place, delta, value } = pass.layers[index];
    addProducts(place, tangent[index].delta, below, count, into, true, false, 1);
    if (index > 0) addProducts(place, delta, tangent[index - 1].value, count, into, false, false, 1);
    below = value;
  }
}
