// Binary cross-entropy as code says it.

import type { NetworkLossCode } from '../lossCode.ts';

export const bceCode: NetworkLossCode = {
  target: () => 'y',
  head: 'probability = sigmoid(prediction)',
  value: 'max(prediction, 0) - prediction * y + log1p(exp(-abs(prediction)))',
  joins: 'mean',
  byPrediction: () => 'probability - y',
  torch: 'torch.nn.functional.binary_cross_entropy_with_logits(prediction, y)',
  tensorflow: 'tf.nn.sigmoid_cross_entropy_with_logits(labels=y, logits=prediction)',
  tfjs: 'tf.losses.sigmoidCrossEntropy(y, prediction)',
  keras: 'tf.keras.losses.BinaryCrossentropy(from_logits=True)',
};
