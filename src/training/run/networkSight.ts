// What is seen of a network's step: the plane of weight space that is looked at, and what of every example's part in it
// lies along that plane.

import type { BatchInspection } from '../network/inspect.ts';
import { directionOf, type View } from '../plane.ts';
import { stepPlane, weightsPlane } from '../spannedPlanes.ts';
import type { Vector } from '../vector.ts';
import type { BatchParts, StepDetail } from './run.ts';
import { type AskedView, type Slopes, seenIn } from './seen.ts';

/** Every example's part in a batch, and how its loss slopes along the plane that is seen. */
export type SeenParts = BatchParts & { readonly slopes: Slopes };

const none = new Float64Array(0);

/** The parts of a batch of which nothing is said. */
const noParts: SeenParts = {
  ...{ prediction: none, loss: none, byPrediction: none, byW1: none, byW2: none, network: null },
  slopes: { alongX: none, alongY: none },
};

/** d loss of each of `count` examples along the plane, from their gradients, D numbers each. */
function slopesIn(view: View, exampleGradients: Vector, count: number): Slopes {
  const dimension = exampleGradients.length / count;
  const slopes = Array.from({ length: count }, (_, row) =>
    directionOf(view, exampleGradients.subarray(row * dimension, (row + 1) * dimension)),
  );
  return { alongX: Float64Array.from(slopes, ([x]) => x), alongY: Float64Array.from(slopes, ([, y]) => y) };
}

/** The step of a network, seen in another plane than before. */
export function seenAnew(detail: StepDetail, view: View): StepDetail {
  const { network, seen } = detail;
  const { alongX, alongY } = network === null ? seen : slopesIn(view, network.exampleGradients, network.count);
  return { ...detail, seen: { ...seenIn(view, detail), alongX, alongY } };
}

export class NetworkSight {
  /** What is seen where nothing else is asked for. */
  private readonly firstView: View;

  constructor(start: Vector) {
    this.firstView = weightsPlane(start, 0, 1);
  }

  /** The plane that is asked for; where the step has none of its own, the first one. */
  viewOf(asked: AskedView, weights: Vector, gradient: Vector, fullGradient: Vector): View {
    if (asked !== 'step') return asked ?? this.firstView;
    try {
      return stepPlane(weights, gradient, fullGradient);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return this.firstView;
    }
  }

  /** @param network the batch laid open; null where nothing is to be said of it */
  partsOf(network: BatchInspection | null, view: View): SeenParts {
    if (network === null) return noParts;
    const { count, layers, loss, exampleGradients } = network;
    const { value, delta } = layers[layers.length - 1];
    return {
      ...{ prediction: value, loss, byPrediction: delta, byW1: none, byW2: none, network },
      slopes: slopesIn(view, exampleGradients, count),
    };
  }
}
