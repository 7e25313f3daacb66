// Welsch's loss of a squared distance p: 1 - exp(-p / (2 s²)), s = 0.6. A well of width s that is flat far away.

import { exp } from '../elementary.ts';
import type { Loss } from '../loss.ts';

/** Width s of the well, in units of the distance. */
export const welschScale = 0.6;
const twiceSquare = 2 * welschScale * welschScale;

export const welsch: Loss = {
  formula: '1 − exp(−p / (2 s²)), s = 0.6',
  notation: {
    value: `1 - exp(-prediction / ${twiceSquare})`,
    byPrediction: `exp(-prediction / ${twiceSquare}) / ${twiceSquare}`,
    usesTarget: false,
  },
  value(prediction, _target, count, loss, kept = loss) {
    for (let i = 0; i < count; i++) {
      const depth = exp(-prediction[i] / twiceSquare);
      kept[i] = depth;
      loss[i] = 1 - depth;
    }
  },
  derivative(prediction, _target, count, byPrediction, kept) {
    for (let i = 0; i < count; i++) {
      const depth = kept === undefined ? exp(-prediction[i] / twiceSquare) : kept[i];
      byPrediction[i] = depth / twiceSquare;
    }
  },
  secondDerivative(prediction, _target, count, byPrediction) {
    for (let i = 0; i < count; i++) {
      byPrediction[i] = -exp(-prediction[i] / twiceSquare) / (twiceSquare * twiceSquare);
    }
  },
};
