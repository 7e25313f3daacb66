// The hinge as code says it.

import type { NetworkLossCode } from '../lossCode.ts';

export const hingeCode: NetworkLossCode = {
  target: () => '2 * y - 1',
  value: 'max(1 - y * prediction, 0)',
  joins: 'mean',
  byPrediction: () => 'where(1 - y * prediction < 0, zeros(y), -y)',
  keras: 'tf.keras.losses.Hinge()',
};
