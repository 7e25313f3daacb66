// Cross-entropy as code says it.

import type { NetworkLossCode } from '../lossCode.ts';

export const crossEntropyCode: NetworkLossCode = {
  target: () => 'y',
  head: 'logProbability = logSoftmax(prediction)',
  value: '-y * logProbability',
  joins: 'sum',
  byPrediction: () => 'exp(logProbability) - y',
  torch: 'torch.nn.functional.cross_entropy(prediction, y)',
  tensorflow: 'tf.nn.softmax_cross_entropy_with_logits(labels=y, logits=prediction)',
  keras: 'tf.keras.losses.CategoricalCrossentropy(from_logits=True)',
};
