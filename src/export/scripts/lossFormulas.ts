// The losses in the notation of expression.ts: the loss of each example of a batch and its derivative by the prediction.

import type { LossId } from '../../training/losses/index.ts';
import { welschScale } from '../../training/losses/welsch.ts';

export interface LossFormulas {
  readonly value: string;
  readonly byPrediction: string;
  /** Whether the loss compares the prediction with a target at all. */
  readonly usesTarget: boolean;
}

const twiceSquare = 2 * welschScale * welschScale;

export const lossFormulas: Readonly<Record<LossId, LossFormulas>> = {
  mse: { value: '(prediction - y) ** 2', byPrediction: '2 * (prediction - y)', usesTarget: true },
  bce: {
    value: 'max(prediction, 0) - prediction * y + log1p(exp(-abs(prediction)))',
    byPrediction: 'sigmoid(prediction) - y',
    usesTarget: true,
  },
  identity: { value: 'prediction', byPrediction: 'ones(prediction)', usesTarget: false },
  mae: { value: 'abs(prediction - y)', byPrediction: 'sign(prediction - y)', usesTarget: true },
  huber: {
    value: 'where(abs(prediction - y) < 1, 0.5 * (prediction - y) ** 2, abs(prediction - y) - 0.5)',
    byPrediction: 'clip(prediction - y, -1, 1)',
    usesTarget: true,
  },
  hinge: {
    value: 'max(1 - (2 * y - 1) * prediction, 0)',
    byPrediction: 'where(1 - (2 * y - 1) * prediction < 0, zeros(y), 1 - 2 * y)',
    usesTarget: true,
  },
  welsch: {
    value: `1 - exp(-prediction / ${twiceSquare})`,
    byPrediction: `exp(-prediction / ${twiceSquare}) / ${twiceSquare}`,
    usesTarget: false,
  },
};
