// The losses of networks as code, by key.

import type { NetworkLossCode } from '../lossCode.ts';
import { bceCode } from './bce.ts';
import { crossEntropyCode } from './crossEntropy.ts';
import { hingeCode } from './hinge.ts';
import { huberCode } from './huber.ts';
import type { NetworkLossId } from './index.ts';
import { mseCode } from './mse.ts';
import { sigmoidMseCode } from './sigmoidMse.ts';

export const networkLossCodes: Readonly<Record<NetworkLossId, NetworkLossCode>> = {
  bce: bceCode,
  'cross-entropy': crossEntropyCode,
  mse: mseCode,
  'sigmoid-mse': sigmoidMseCode,
  hinge: hingeCode,
  huber: huberCode,
};
