// Mean squared error as code says it.

import type { NetworkLossCode } from '../lossCode.ts';

export const mseCode: NetworkLossCode = {
  target: (classes) => (classes === 0 ? 'y' : '2 * y - 1'),
  value: '(prediction - y) ** 2',
  joins: 'mean',
  byPrediction: (outputs) => (outputs === 1 ? '2 * (prediction - y)' : `2 * (prediction - y) / ${outputs}`),
  torch: 'torch.nn.functional.mse_loss(prediction, y)',
  keras: 'tf.keras.losses.MeanSquaredError()',
};
