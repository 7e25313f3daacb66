// Squared error behind a sigmoid as code says it.

import type { NetworkLossCode } from '../lossCode.ts';

export const sigmoidMseCode: NetworkLossCode = {
  target: () => 'y',
  head: 'probability = sigmoid(prediction)',
  value: '(probability - y) ** 2',
  joins: 'mean',
  byPrediction: (outputs) =>
    `2 * (probability - y) * probability * (1 - probability)${outputs === 1 ? '' : ` / ${outputs}`}`,
  torch: 'torch.nn.functional.mse_loss(torch.sigmoid(prediction), y)',
  keras: 'tf.keras.losses.MeanSquaredError()',
  kerasArgument: '"sigmoid"',
};
