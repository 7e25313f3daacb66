// The losses by key. A key is also the value in links and the name in tests.

import type { Loss } from '../loss.ts';
import { bce } from './bce.ts';
import { hinge } from './hinge.ts';
import { huber } from './huber.ts';
import { identity } from './identity.ts';
import { mae } from './mae.ts';
import { mse } from './mse.ts';
import { welsch } from './welsch.ts';

export const losses = {
  mse,
  bce,
  identity,
  mae,
  huber,
  hinge,
  welsch,
} as const satisfies Record<string, Loss>;

export type LossId = keyof typeof losses;
