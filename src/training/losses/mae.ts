// Absolute error as torch.nn.L1Loss: |p - y|. Where the residual is exactly 0 the slope is 0, as in PyTorch.

import type { Loss } from '../loss.ts';

export const mae: Loss = {
  formula: '|p − y|',
  notation: { value: 'abs(prediction - y)', byPrediction: 'sign(prediction - y)', usesTarget: true },
  torch: 'torch.nn.functional.l1_loss(prediction, y)',
  value(prediction, target, count, loss) {
    for (let i = 0; i < count; i++) loss[i] = Math.abs(prediction[i] - target[i]);
  },
  derivative(prediction, target, count, byPrediction) {
    for (let i = 0; i < count; i++) byPrediction[i] = Math.sign(prediction[i] - target[i]);
  },
  secondDerivative(_prediction, _target, count, byPrediction) {
    byPrediction.fill(0, 0, count);
  },
};
