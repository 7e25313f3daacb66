// An average of the weights along the path, drawn beside them: it settles where the weights themselves keep wandering.
//   Polyak (and Ruppert): the mean of the weights from one step on, a += (w − a)/n
//   exponential:          a = decay a + (1 − decay) w, begun at the first weights

import type { Weights } from '../../training/vector.ts';

export type AverageKind =
  | { readonly kind: 'polyak' }
  /** @see PathAverage; 0 <= decay < 1, and about 1/(1 − decay) steps count */
  | { readonly kind: 'exponential'; readonly decay: number };

export class PathAverage {
  private readonly kind: AverageKind;
  private count = 0;
  private w1 = 0;
  private w2 = 0;

  constructor(kind: AverageKind) {
    if (kind.kind === 'exponential' && !(kind.decay >= 0 && kind.decay < 1))
      throw new RangeError(`The decay of an average is at least 0 and below 1, not ${kind.decay}.`);
    this.kind = kind;
  }

  /** The average so far; NaN before the first weights. */
  get weights(): Weights {
    return this.count === 0 ? [Number.NaN, Number.NaN] : [this.w1, this.w2];
  }

  /** Takes the next weights of the path into the average. */
  add(w1: number, w2: number): void {
    this.count++;
    const share = this.kind.kind === 'polyak' || this.count === 1 ? 1 / this.count : 1 - this.kind.decay;
    this.w1 += share * (w1 - this.w1);
    this.w2 += share * (w2 - this.w2);
  }

  /** Takes rows `from` to `to` of a run's columns and returns the average after each, as pairs. Call again as steps come. */
  extend(w1: Float64Array, w2: Float64Array, from = 0, to = w1.length): Float64Array {
    const pairs = new Float64Array(2 * Math.max(0, to - from));
    for (let row = from; row < to; row++) {
      this.add(w1[row], w2[row]);
      pairs[2 * (row - from)] = this.w1;
      pairs[2 * (row - from) + 1] = this.w2;
    }
    return pairs;
  }
}
