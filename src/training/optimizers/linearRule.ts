// The optimizers whose update is linear in the gradients they have seen, so that exact theory and shared sums apply:
//   g = gradient + weightDecay w;   v = momentum v + share g (the first v is g);
//   w = w − learning rate × (isNesterov ? g + momentum v : v)

import type { FieldValue } from '../field.ts';
import type { Optimizer } from '../optimizer.ts';

export interface LinearRule {
  readonly momentum: number;
  /** 1 − dampening. */
  readonly share: number;
  readonly weightDecay: number;
  readonly isNesterov: boolean;
}

/** `values` holds every field of the optimizer (see `withDefaults`). Null for adaptive rules and for climbing ones. */
export function linearRule(optimizer: Optimizer, values: Readonly<Record<string, FieldValue>>): LinearRule | null {
  if (optimizer.linear === undefined || values.maximize) return null;
  const momentum = values.momentum as number;
  return {
    momentum,
    share: momentum === 0 ? 1 : 1 - ((values.dampening as number | undefined) ?? 0),
    weightDecay: values.weightDecay as number,
    isNesterov: optimizer.linear === 'ahead' || values.nesterov === true,
  };
}
