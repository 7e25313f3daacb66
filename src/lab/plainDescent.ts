// Whether a step is plain gradient descent: the update is minus the learning rate times the gradient, and nothing else.

import type { LabState } from './store.ts';

type Shown = Pick<LabState, 'config' | 'detail'>;

/** Whether the rule takes minus the learning rate times whatever it is given: the gradient, or a sum of them, or clipped. */
export function isPlainRule({ config, detail }: Shown): boolean {
  if (config.optimizer !== 'sgd' || detail === null) return false;
  const { momentum, weightDecay, maximize } = detail.optimizerValues;
  return momentum === 0 && weightDecay === 0 && maximize === false;
}

/** Whether besides it is given the gradient itself. */
export function isPlainDescent(shown: Shown): boolean {
  const { detail } = shown;
  if (detail === null || !isPlainRule(shown)) return false;
  return detail.sum.applied.every((entry, place) => entry === detail.gradient[place]);
}
