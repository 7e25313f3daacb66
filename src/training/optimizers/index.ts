// The optimizers by key. A key is also the value in links and the name in tests.

import type { Optimizer } from '../optimizer.ts';
import { sgd } from './sgd.ts';

export const optimizers = {
  sgd,
} as const satisfies Record<string, Optimizer>;

export type OptimizerId = keyof typeof optimizers;
