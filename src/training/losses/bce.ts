// Binary cross-entropy on a logit p, as torch.nn.BCEWithLogitsLoss: -y log s(p) - (1 - y) log(1 - s(p)), y from 0 to 1.
// Written with e = exp(-|p|), which cannot overflow: max(p, 0) - p y + log(1 + e).

import { exp, log1p, sigmoid } from '../elementary.ts';
import type { Loss } from '../loss.ts';

export const bce: Loss = {
  formula: '−y log s(p) − (1 − y) log(1 − s(p))',
  notation: {
    value: 'max(prediction, 0) - prediction * y + log1p(exp(-abs(prediction)))',
    byPrediction: 'sigmoid(prediction) - y',
    usesTarget: true,
  },
  torch: 'torch.nn.functional.binary_cross_entropy_with_logits(prediction, y)',
  tensorflow: 'tf.nn.sigmoid_cross_entropy_with_logits(labels=y, logits=prediction)',
  value(prediction, target, count, loss, kept = loss) {
    for (let i = 0; i < count; i++) {
      const logit = prediction[i];
      const small = exp(-Math.abs(logit));
      kept[i] = small;
      loss[i] = Math.max(logit, 0) - logit * target[i] + log1p(small);
    }
  },
  derivative(prediction, target, count, byPrediction, kept) {
    for (let i = 0; i < count; i++) {
      const logit = prediction[i];
      const small = kept === undefined ? exp(-Math.abs(logit)) : kept[i];
      byPrediction[i] = (logit < 0 ? small : 1) / (1 + small) - target[i];
    }
  },
  secondDerivative(prediction, _target, count, byPrediction) {
    for (let i = 0; i < count; i++) {
      // s (1 - s) as s(p) s(-p), which keeps its digits where s is close to 1.
      byPrediction[i] = sigmoid(prediction[i]) * sigmoid(-prediction[i]);
    }
  },
};
