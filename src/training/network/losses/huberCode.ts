// Huber’s loss as code says it.

import type { NetworkLossCode } from '../lossCode.ts';

export const huberCode: NetworkLossCode = {
  target: () => 'y',
  value: 'where(abs(prediction - y) < 1, 0.5 * (prediction - y) ** 2, abs(prediction - y) - 0.5)',
  joins: 'mean',
  byPrediction: () => 'clip(prediction - y, -1, 1)',
  torch: 'torch.nn.functional.huber_loss(prediction, y)',
  tfjs: 'tf.losses.huberLoss(y, prediction)',
  keras: 'tf.keras.losses.Huber()',
};
