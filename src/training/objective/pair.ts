// A model of two weights and the loss that scores it.

import type { Loss } from '../loss.ts';
import type { Model } from '../model.ts';

export interface Pair {
  readonly model: Model;
  readonly loss: Loss;
}
