// What the outputs of a network say: a number, a probability, or a class.

import { exp, sigmoid } from '../elementary.ts';
import type { Network } from './network.ts';

type Numbers = Float32Array | Float64Array;

/**
 * Writes what is shown of the outputs, output k of row e at [k * count + e]: behind a sigmoid or softmax probabilities,
 * else the outputs themselves. `shown` may be `output`.
 */
export function applyHead(
  { lossKind: { head }, outputs }: Network,
  output: Numbers,
  count: number,
  shown: Numbers,
): void {
  const size = outputs * count;
  if (head === 'softmax') for (let e = 0; e < count; e++) softmax(output, e, count, size, shown);
  else if (head === 'sigmoid') for (let at = 0; at < size; at++) shown[at] = sigmoid(output[at]);
  else shown.set(output.subarray(0, size));
}

function softmax(output: Numbers, first: number, step: number, end: number, shown: Numbers): void {
  let most = output[first];
  for (let at = first; at < end; at += step) most = Math.max(most, output[at]);
  let sum = 0;
  for (let at = first; at < end; at += step) {
    shown[at] = exp(output[at] - most);
    sum += shown[at];
  }
  for (let at = first; at < end; at += step) shown[at] /= sum;
}

/**
 * Writes the class that each row's outputs, as they leave the last layer, stand for: of one output 1 where it is above 0,
 * of several the place of the largest, the first of equals. For data with classes only.
 */
export function decideClasses({ outputs }: Network, output: Numbers, count: number, classes: Int32Array): void {
  for (let e = 0; e < count; e++) {
    let best = 0;
    for (let k = 1; k < outputs; k++) if (output[k * count + e] > output[best * count + e]) best = k;
    classes[e] = outputs > 1 ? best : Number(output[e] > 0);
  }
}
