// The hinge of a support vector machine: max(0, 1 - (2y - 1) p), y = 0 or 1.
// At the corner the slope is that of the rising side, as in PyTorch, whose clamp(min=0) passes the gradient at 0.

import type { Loss } from '../loss.ts';

export const hinge: Loss = {
  formula: 'max(0, 1 − (2y − 1) p)',
  notation: {
    value: 'max(1 - (2 * y - 1) * prediction, 0)',
    byPrediction: 'where(1 - (2 * y - 1) * prediction < 0, zeros(y), 1 - 2 * y)',
    usesTarget: true,
  },
  value(prediction, target, count, loss) {
    for (let i = 0; i < count; i++) {
      const shortfall = 1 - (2 * target[i] - 1) * prediction[i];
      loss[i] = Math.max(shortfall, 0);
    }
  },
  derivative(prediction, target, count, byPrediction) {
    for (let i = 0; i < count; i++) {
      const side = 2 * target[i] - 1;
      byPrediction[i] = 1 - side * prediction[i] < 0 ? 0 : -side;
    }
  },
  secondDerivative(_prediction, _target, count, byPrediction) {
    byPrediction.fill(0, 0, count);
  },
};
