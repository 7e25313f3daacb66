// The losses of networks by key. A key is also the value in links and the name in tests.

import type { NetworkLoss } from '../networkLoss.ts';
import { bce } from './bce.ts';
import { crossEntropy } from './crossEntropy.ts';
import { hinge } from './hinge.ts';
import { huber } from './huber.ts';
import { mse } from './mse.ts';
import { sigmoidMse } from './sigmoidMse.ts';

export const networkLosses = {
  bce,
  'cross-entropy': crossEntropy,
  mse,
  'sigmoid-mse': sigmoidMse,
  hinge,
  huber,
} as const satisfies Record<string, NetworkLoss>;

export type NetworkLossId = keyof typeof networkLosses;
