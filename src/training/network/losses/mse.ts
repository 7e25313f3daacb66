// Mean squared error as torch.nn.MSELoss has it, without a factor 1/2, the mean over outputs too: (p - y)^2 for one output.
// The target is the example's number, or for classes +1 at the output of its own class and -1 at the others
// (two classes share one output: +1 is class 1).

import type { NetworkLoss } from '../networkLoss.ts';
import { signOfClass } from './signOfClass.ts';

export const mse: NetworkLoss = {
  target: (y, k, classes) => (classes === 0 ? y : signOfClass(y, k, classes)),
  value(output, target, outputs, count, loss) {
    loss.fill(0, 0, count);
    for (let k = 0; k < outputs; k++) {
      for (let e = 0; e < count; e++) {
        const residual = output[k * count + e] - target[k * count + e];
        loss[e] += (residual * residual) / outputs;
      }
    }
  },
  derivative(output, target, outputs, count, byOutput) {
    for (let at = 0; at < outputs * count; at++) byOutput[at] = (2 * (output[at] - target[at])) / outputs;
  },
  secondDerivative(_output, _target, outputs, count, direction, into) {
    for (let at = 0; at < outputs * count; at++) into[at] = (2 * direction[at]) / outputs;
  },
};
