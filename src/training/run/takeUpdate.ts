// weights = weights + update, and whether the result is still of this world.

import type { Vector } from '../vector.ts';

/** Weights beyond this size count as diverged: no problem here has a minimum anywhere near. */
export const farOut = 1e6;

/** Adds the update to the weights and returns the size of the largest; where one would not be finite, changes none. */
export function takeUpdate(weights: Vector, update: Vector): number {
  return weights.length === 2 ? takePair(weights, update) : takeAll(weights, update);
}

/** The weights as they were, until all of the new ones are known to be finite. */
let before: Vector = new Float64Array(0);

function takeAll(weights: Vector, update: Vector): number {
  if (before.length !== weights.length) before = new Float64Array(weights.length);
  let largest = 0;
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i];
    const next = weight + update[i];
    const size = Math.abs(next);
    if (!(size <= largest)) {
      if (!(size < Number.POSITIVE_INFINITY)) {
        weights.set(before.subarray(0, i));
        return size;
      }
      largest = size;
    }
    before[i] = weight;
    weights[i] = next;
  }
  return largest;
}

/** The same for two weights, without loops: they would take longer than what is in them. */
function takePair(weights: Vector, update: Vector): number {
  const first = weights[0] + update[0];
  const second = weights[1] + update[1];
  // Not finite if either is.
  const size = Math.max(Math.abs(first), Math.abs(second));
  if (size < Number.POSITIVE_INFINITY) {
    weights[0] = first;
    weights[1] = second;
  }
  return size;
}

export const areFarOut = (weights: Vector): boolean => weights.some((weight) => Math.abs(weight) > farOut);
