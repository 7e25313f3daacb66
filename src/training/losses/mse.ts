// Mean squared error as torch.nn.MSELoss has it, without a factor 1/2: (p - y)² for each example.

import type { Loss } from '../loss.ts';

export const mse: Loss = {
  formula: '(p − y)²',
  notation: { value: '(prediction - y) ** 2', byPrediction: '2 * (prediction - y)', usesTarget: true },
  torch: 'torch.nn.functional.mse_loss(prediction, y)',
  value(prediction, target, count, loss) {
    for (let i = 0; i < count; i++) {
      const residual = prediction[i] - target[i];
      loss[i] = residual * residual;
    }
  },
  derivative(prediction, target, count, byPrediction) {
    for (let i = 0; i < count; i++) byPrediction[i] = 2 * (prediction[i] - target[i]);
  },
  secondDerivative(_prediction, _target, count, byPrediction) {
    byPrediction.fill(2, 0, count);
  },
};
