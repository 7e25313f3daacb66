// Binary cross-entropy on a logit p, as torch.nn.BCEWithLogitsLoss: -y log s(p) - (1 - y) log(1 - s(p)), y = 0 or 1.
// Written with e = exp(-|p|), which cannot overflow: max(p, 0) - p y + log(1 + e).

import { exp, log1p } from '../../elementary.ts';
import type { NetworkLoss } from '../networkLoss.ts';

export const bce: NetworkLoss = {
  target: (y) => y,
  value(output, target, _outputs, count, loss, kept) {
    for (let e = 0; e < count; e++) {
      const logit = output[e];
      const small = exp(-Math.abs(logit));
      kept[e] = small;
      loss[e] = Math.max(logit, 0) - logit * target[e] + log1p(small);
    }
  },
  derivative(output, target, _outputs, count, byOutput, kept) {
    for (let e = 0; e < count; e++) byOutput[e] = (output[e] < 0 ? kept[e] : 1) / (1 + kept[e]) - target[e];
  },
  secondDerivative(_output, _target, _outputs, count, direction, into, kept) {
    // s (1 - s) = e / (1 + e)^2.
    for (let e = 0; e < count; e++) into[e] = (kept[e] / (1 + kept[e]) / (1 + kept[e])) * direction[e];
  },
};
