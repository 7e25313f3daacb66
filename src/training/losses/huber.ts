// Huber's loss as torch.nn.HuberLoss with delta = 1: (p - y)²/2 up to a residual of 1, |p - y| - 1/2 beyond.

import type { Loss } from '../loss.ts';

export const huber: Loss = {
  formula: '½ (p − y)² up to |p − y| = 1, then |p − y| − ½',
  notation: {
    value: 'where(abs(prediction - y) < 1, 0.5 * (prediction - y) ** 2, abs(prediction - y) - 0.5)',
    byPrediction: 'clip(prediction - y, -1, 1)',
    usesTarget: true,
  },
  torch: 'torch.nn.functional.huber_loss(prediction, y)',
  value(prediction, target, count, loss) {
    for (let i = 0; i < count; i++) {
      const size = Math.abs(prediction[i] - target[i]);
      loss[i] = size < 1 ? 0.5 * size * size : size - 0.5;
    }
  },
  derivative(prediction, target, count, byPrediction) {
    for (let i = 0; i < count; i++) {
      const residual = prediction[i] - target[i];
      byPrediction[i] = residual < -1 ? -1 : Math.min(residual, 1);
    }
  },
  secondDerivative(prediction, target, count, byPrediction) {
    for (let i = 0; i < count; i++) byPrediction[i] = Math.abs(prediction[i] - target[i]) < 1 ? 1 : 0;
  },
};
