// The losses by key. A key is also the value in links and the name in tests.

import type { Loss } from '../loss.ts';
import { identity } from './identity.ts';
import { mse } from './mse.ts';

export const losses = {
  mse,
  identity,
} as const satisfies Record<string, Loss>;

export type LossId = keyof typeof losses;
