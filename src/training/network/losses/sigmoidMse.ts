// Squared error behind a sigmoid: (s(p) - y)^2, y = 0 or 1, the mean over outputs. Its slope carries s (1 - s), so it dies
// where the network is surely wrong; binary cross-entropy cancels that factor.

import { sigmoid } from '../../elementary.ts';
import type { NetworkLoss } from '../networkLoss.ts';
import { signOfClass } from './signOfClass.ts';

export const sigmoidMse: NetworkLoss = {
  target: (y, k, classes) => (signOfClass(y, k, classes) + 1) / 2,
  value(output, target, outputs, count, loss, kept) {
    loss.fill(0, 0, count);
    for (let k = 0; k < outputs; k++) {
      for (let e = 0; e < count; e++) {
        const at = k * count + e;
        kept[at] = sigmoid(output[at]);
        const residual = kept[at] - target[at];
        loss[e] += (residual * residual) / outputs;
      }
    }
  },
  derivative(_output, target, outputs, count, byOutput, kept) {
    for (let at = 0; at < outputs * count; at++) {
      const s = kept[at];
      byOutput[at] = (2 * (s - target[at]) * (1 - s) * s) / outputs;
    }
  },
  secondDerivative(_output, target, outputs, count, direction, into, kept) {
    for (let at = 0; at < outputs * count; at++) {
      const s = kept[at];
      const slope = s * (1 - s);
      // (slope)^2 + (s - y) slope', slope' = slope (1 - 2 s).
      into[at] = ((2 * slope * (slope + (s - target[at]) * (1 - 2 * s))) / outputs) * direction[at];
    }
  },
};
