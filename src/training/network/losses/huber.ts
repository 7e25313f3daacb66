// Huber's loss as torch.nn.HuberLoss with delta = 1: (p - y)^2 / 2 up to a residual of 1, |p - y| - 1/2 beyond.

import type { NetworkLoss } from '../networkLoss.ts';

export const huber: NetworkLoss = {
  target: (y) => y,
  value(output, target, _outputs, count, loss) {
    for (let e = 0; e < count; e++) {
      const size = Math.abs(output[e] - target[e]);
      loss[e] = size < 1 ? 0.5 * size * size : size - 0.5;
    }
  },
  derivative(output, target, _outputs, count, byOutput) {
    for (let e = 0; e < count; e++) byOutput[e] = Math.max(-1, Math.min(output[e] - target[e], 1));
  },
  secondDerivative(output, target, _outputs, count, direction, into) {
    for (let e = 0; e < count; e++) into[e] = Math.abs(output[e] - target[e]) < 1 ? direction[e] : 0;
  },
};
