// Whether a step is plain gradient descent: the update is minus the learning rate times the gradient, and nothing else, be
// it that gradients could be clipped or kept.

import type { LabState } from './store.ts';

export function isPlainDescent({ config, detail }: Pick<LabState, 'config' | 'detail'>): boolean {
  if (config.optimizer !== 'sgd' || detail === null) return false;
  const { momentum, weightDecay, maximize } = detail.optimizerValues;
  const { applied } = detail.sum;
  return (
    momentum === 0 &&
    weightDecay === 0 &&
    maximize === false &&
    applied.every((entry, place) => entry === detail.gradient[place])
  );
}
