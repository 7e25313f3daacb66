// The hinge of a support vector machine: max(0, 1 - y p), y = -1 or +1, on the output itself.
// At the corner the slope is that of the rising side, as in PyTorch, whose clamp(min=0) passes the gradient at 0.

import type { NetworkLoss } from '../networkLoss.ts';
import { signOfClass } from './signOfClass.ts';

export const hinge: NetworkLoss = {
  target: signOfClass,
  value(output, target, _outputs, count, loss) {
    for (let e = 0; e < count; e++) loss[e] = Math.max(1 - target[e] * output[e], 0);
  },
  derivative(output, target, _outputs, count, byOutput) {
    for (let e = 0; e < count; e++) byOutput[e] = 1 - target[e] * output[e] < 0 ? 0 : -target[e];
  },
  secondDerivative(_output, _target, _outputs, count, _direction, into) {
    into.fill(0, 0, count);
  },
};
