// The prediction itself is the loss: for models that already measure a distance.

import type { Loss } from '../loss.ts';

export const identity: Loss = {
  formula: 'p',
  notation: { value: 'prediction', byPrediction: 'ones(prediction)', usesTarget: false },
  value(prediction, _target, count, loss) {
    for (let i = 0; i < count; i++) loss[i] = prediction[i];
  },
  derivative(_prediction, _target, count, byPrediction) {
    byPrediction.fill(1, 0, count);
  },
  secondDerivative(_prediction, _target, count, byPrediction) {
    byPrediction.fill(0, 0, count);
  },
};
