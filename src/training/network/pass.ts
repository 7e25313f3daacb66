// Everything that one block of examples leaves behind on its way through a network and back, reused from block to block.
// Columns stand unit after unit: unit j of example e at [j * count + e], count the examples in the block.

import type { Vector } from '../vector.ts';
import type { ComputedNetwork } from './computed.ts';
import type { LayerPlace } from './layout.ts';

/** Examples that go through a network together: their columns fit a processor's nearest memory. */
export const blockSize = 64;

export interface LayerPass {
  readonly place: LayerPlace;
  /** z = W a + b of the layer below. */
  readonly sum: Vector;
  /** a = f(z); of the output layer, which does not bend, `sum` itself. */
  readonly value: Vector;
  /** f'(z); not used in the output layer. */
  readonly slope: Vector;
  /** d loss / d z, the loss that of the example itself. */
  readonly delta: Vector;
}

export interface Pass {
  readonly network: ComputedNetwork;
  readonly inputs: Vector;
  /** Target of every output. */
  readonly target: Vector;
  /** Loss of each example. */
  readonly loss: Vector;
  /** What the loss keeps for its derivatives. */
  readonly kept: Vector;
  readonly layers: readonly LayerPass[];
  readonly last: LayerPass;
  /** For each layer the sums over units and examples of value^2 and of delta^2, side by side, of the blocks since it was cleared. */
  readonly squares: Vector;
}

export function makePass(network: ComputedNetwork, capacity = blockSize): Pass {
  const { layout, outputs } = network;
  const column = (units: number): Vector => new Float64Array(units * capacity);
  const layers = layout.layers.map((place, index): LayerPass => {
    const sum = column(place.units);
    const isLast = index === layout.layers.length - 1;
    return {
      place,
      sum,
      value: isLast ? sum : column(place.units),
      slope: column(place.units),
      delta: column(place.units),
    };
  });
  return {
    network,
    inputs: column(layout.sizes[0]),
    target: column(outputs),
    loss: column(1),
    kept: column(outputs),
    layers,
    last: layers[layers.length - 1],
    squares: new Float64Array(2 * layers.length),
  };
}
