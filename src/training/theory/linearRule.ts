// The optimizers whose update is linear in the gradients they have seen, so that exact theory and shared sums apply:
//   g = gradient + weightDecay w;   v = momentum v + share g (the first v is g);
//   w = w − learning rate × (isNesterov ? g + momentum v : v)

import type { FieldValue } from '../field.ts';
import type { OptimizerId } from '../optimizers/index.ts';

export interface LinearRule {
  readonly momentum: number;
  /** 1 − dampening. */
  readonly share: number;
  readonly weightDecay: number;
  readonly isNesterov: boolean;
}

/** `values` holds every field of the optimizer (see `withDefaults`). Null for adaptive rules and for climbing ones. */
export function linearRule(optimizer: OptimizerId, values: Readonly<Record<string, FieldValue>>): LinearRule | null {
  if (optimizer !== 'sgd' && optimizer !== 'momentum' && optimizer !== 'nesterov') return null;
  if (values.maximize) return null;
  const momentum = values.momentum as number;
  return {
    momentum,
    share: momentum === 0 ? 1 : 1 - ((values.dampening as number | undefined) ?? 0),
    weightDecay: values.weightDecay as number,
    isNesterov: optimizer === 'nesterov' || values.nesterov === true,
  };
}
