// Cross-entropy of softmax probabilities, as torch.nn.CrossEntropyLoss: log(sum over k of exp(p_k)) - p_y, one output a class.
// The largest output is taken off all first, so no exponential overflows. Gradient: probabilities minus the target, which is
// 1 for the example's own class and 0 for the others; second derivatives: diag(q) - q q^T.

import { exp, log } from '../../elementary.ts';
import type { NetworkLoss } from '../networkLoss.ts';

export const crossEntropy: NetworkLoss = {
  target: (y, k) => (k === y ? 1 : 0),
  value(output, target, outputs, count, loss, kept) {
    const end = outputs * count;
    for (let e = 0; e < count; e++) {
      let most = output[e];
      let own = 0;
      for (let at = e; at < end; at += count) {
        most = Math.max(most, output[at]);
        if (target[at] === 1) own = output[at];
      }
      let sum = 0;
      for (let at = e; at < end; at += count) {
        kept[at] = exp(output[at] - most);
        sum += kept[at];
      }
      for (let at = e; at < end; at += count) kept[at] /= sum;
      loss[e] = log(sum) + (most - own);
    }
  },
  derivative(_output, target, outputs, count, byOutput, kept) {
    for (let at = 0; at < outputs * count; at++) byOutput[at] = kept[at] - target[at];
  },
  secondDerivative(_output, _target, outputs, count, direction, into, kept) {
    const end = outputs * count;
    for (let e = 0; e < count; e++) {
      let mean = 0;
      for (let at = e; at < end; at += count) mean += kept[at] * direction[at];
      for (let at = e; at < end; at += count) into[at] = kept[at] * (direction[at] - mean);
    }
  },
};
